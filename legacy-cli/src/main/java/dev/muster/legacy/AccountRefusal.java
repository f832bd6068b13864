package dev.muster.legacy;

/** Ends a command for secondary accounts; the message carries no secret. */
final class AccountRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final AccountExit exit;

    AccountRefusal(AccountExit exit, String message) {
        super(message);
        this.exit = exit;
    }

    AccountExit exit() {
        return exit;
    }

    /** @param options without which the call means nothing, with commas */
    static AccountRefusal missing(String options) {
        return new AccountRefusal(AccountExit.MISSING_OPTION, "Option(s) \"" + options + "\" missing");
    }
}
