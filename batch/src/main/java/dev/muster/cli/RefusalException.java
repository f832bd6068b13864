package dev.muster.cli;

/** Ends a command early with a status and a message. */
final class RefusalException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    RefusalException(ExitStatus status, String message) {
        super(message);
        this.refusal = new Refusal(status, message);
    }

    Refusal refusal() {
        return refusal;
    }
}
