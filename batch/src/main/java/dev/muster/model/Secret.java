package dev.muster.model;

/**
 * A secret in memory. Its text form is always {@code ********}, so that no log, plan or exception can carry it by
 * accident; only {@link #reveal()} gives it away, and is called where a protocol needs it.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "********";
    }
}
