package dev.muster.job;

/** A guard objected: nothing has been written, and the run ends. */
public final class GuardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what the guard objects to, and what to do */
    public GuardException(String message) {
        super(message);
    }
}
