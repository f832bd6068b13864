package dev.muster.legacy;

/** What the commands for secondary accounts end with: the numbers of the reference's own commands. */
enum AccountExit {
    /** No number where one is wanted, or something unexpected. */
    GENERAL(1),
    CREDENTIALS(101),
    NO_SUCH_CONTEXT(102),
    INVALID_DATA(103),
    MISSING_OPTION(104),
    CONNECTION(105),
    STORAGE(106),
    /** Groups too: the reference tells them not apart. */
    NO_SUCH_USER(108),
    ILLEGAL_VALUE(109),
    UNKNOWN_OPTION(111);

    static final String STATUSES = "Exit status: 0 done, also where there is no such account; 1 no number where one is"
            + " wanted, or\nunexpected; 101 the administrator was refused, 102 no such context, 103 invalid data, 104"
            + " an option is\nmissing, 105 no connection, 106 the groupware refused it, 108 no such user or group, 109"
            + " illegal value,\n111 unknown option.";

    private final int number;

    AccountExit(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Whether the call itself is wrong, so that the valid options help. */
    boolean isWrongCall() {
        return this == MISSING_OPTION || this == ILLEGAL_VALUE || this == UNKNOWN_OPTION;
    }
}
