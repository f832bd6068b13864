package dev.muster.input;

import dev.muster.model.ErrorCode;

/**
 * The feed as a whole cannot be used. Codes: {@link ErrorCode#FEED_UNREADABLE} (exit 65: no file, no text, no usable
 * header) and {@link ErrorCode#FEED_FORMAT_UNKNOWN} (exit 3: an unattended run may not guess the format). The message
 * is complete for an administrator: file, what was found, what to do.
 */
public final class FeedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public FeedException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public FeedException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    static FeedException unreadable(String message) {
        return new FeedException(ErrorCode.FEED_UNREADABLE, message);
    }
}
