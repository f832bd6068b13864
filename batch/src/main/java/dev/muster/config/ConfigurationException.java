package dev.muster.config;

/** The configuration cannot be used. Nothing was started. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message which key of which file, what is wrong with it, what to do; carries no secret */
    public ConfigurationException(String message) {
        super(message);
    }
}
