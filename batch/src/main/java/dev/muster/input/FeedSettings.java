package dev.muster.input;

/**
 * How a feed is to be read. Immutable.
 *
 * @param format how it is written down
 * @param columns what its columns mean
 * @param values what its values may be
 * @param accounts what it can say about shared accounts
 */
public record FeedSettings(FormatChoice format, ColumnSettings columns, ValueRules values, AccountTerms accounts) {
    /** Everything detected, the vocabulary's columns, every rule at its default. */
    public static FeedSettings defaults() {
        return new FeedSettings(
                FormatChoice.auto(), ColumnSettings.defaults(), ValueRules.defaults(), AccountTerms.house());
    }

    public FeedSettings withFormat(FormatChoice wanted) {
        return new FeedSettings(wanted, columns, values, accounts);
    }

    public FeedSettings withColumns(ColumnSettings wanted) {
        return new FeedSettings(format, wanted, values, accounts);
    }

    public FeedSettings withValues(ValueRules wanted) {
        return new FeedSettings(format, columns, wanted, accounts);
    }

    public FeedSettings withAccounts(AccountTerms wanted) {
        return new FeedSettings(format, columns, values, wanted);
    }
}
