package dev.muster.site;

/** What a process says when it ends; the numbers are part of the interface and never change. */
public enum ExitStatus {
    DONE(0),
    UNEXPECTED(1),
    SOME_ROWS_BAD(2),
    GUARD(3),
    TOO_MANY_FAILURES(4),
    CONFLICT(5),
    CHANGES_PENDING(6),
    USAGE(64),
    INPUT_UNREADABLE(65),
    UNAVAILABLE(69),
    LOCKED(75),
    CREDENTIALS(77),
    CONFIGURATION(78),
    TERMINATED(143);

    private final int number;

    ExitStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
