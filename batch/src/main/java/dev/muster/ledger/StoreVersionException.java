package dev.muster.ledger;

/** The state store's tables have the form of another release. Nothing was changed. */
public final class StoreVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StoreVersionException(String message) {
        super(message);
    }

    static StoreVersionException newer(int found, int known) {
        return new StoreVersionException("The state store was brought to schema " + found
                + " by a newer Muster; this one knows " + known + ". Use that release, or give this one a state store"
                + " of its own (section state of the configuration).");
    }

    static StoreVersionException older(int found, int known) {
        return new StoreVersionException("The state store is an earlier release's (schema " + found + "; this one has "
                + known + "), and a command that only reads leaves it as it is. Bring it up to date with: muster"
                + " upgrade; an import does so by itself.");
    }
}
