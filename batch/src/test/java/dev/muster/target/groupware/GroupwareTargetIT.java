package dev.muster.target.groupware;

import org.junit.jupiter.api.Nested;

class GroupwareTargetIT {
    @Nested
    class OnLayout8 extends GroupwareOnMariaDb implements GroupwareContract, GroupwareBehaviour, RemovalBehaviour {
        OnLayout8() {
            super(Layout.V8);
        }
    }

    @Nested
    class OnLayout7106 extends GroupwareOnMariaDb implements GroupwareContract, GroupwareBehaviour, RemovalBehaviour {
        OnLayout7106() {
            super(Layout.V7_10_6);
        }
    }
}
