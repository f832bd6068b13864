package dev.muster.target.groupware;

import org.junit.jupiter.api.Nested;

class SharedAccountsIT {
    @Nested
    class OnLayout8 extends OnMariaDb {
        OnLayout8() {
            super(Layout.V8);
        }
    }

    @Nested
    class OnLayout7106 extends OnMariaDb {
        OnLayout7106() {
            super(Layout.V7_10_6);
        }
    }

    abstract static class OnMariaDb extends GroupwareOnMariaDb implements SharedAccountsContract {
        OnMariaDb(Layout layout) {
            super(layout);
        }

        @Override
        GroupwareSettings adjusted(GroupwareSettings usual) {
            return keyed(usual);
        }
    }
}
