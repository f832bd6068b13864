package dev.muster.target;

import dev.muster.model.ErrorCode;
import dev.muster.model.TargetName;

/** A back-end that cannot be used at all: away, refusing our credentials, or wrongly configured. Stops the run. */
public final class TargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final TargetName target;
    private final ErrorCode code;

    /** @param message what was attempted, where, what was answered, what to do next; carries no secret */
    public TargetException(TargetName target, ErrorCode code, String message) {
        super(message);
        this.target = target;
        this.code = code;
    }

    public TargetException(TargetName target, ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.target = target;
        this.code = code;
    }

    public TargetName target() {
        return target;
    }

    public ErrorCode code() {
        return code;
    }
}
