package dev.muster.target.groupware;

class SharedAccountsTest extends GroupwareInMemory implements SharedAccountsContract {
    @Override
    GroupwareSettings adjusted(GroupwareSettings usual) {
        return keyed(usual);
    }
}
