package dev.muster.site;

/** Ends a command early with a status and a message for the administrator, which carries no secret. */
public final class RefusalException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    public RefusalException(ExitStatus status, String message) {
        super(message);
        this.refusal = new Refusal(status, message);
    }

    /** @param cause what came before it */
    public RefusalException(ExitStatus status, String message, Throwable cause) {
        super(message, cause);
        this.refusal = new Refusal(status, message);
    }

    public Refusal refusal() {
        return refusal;
    }
}
