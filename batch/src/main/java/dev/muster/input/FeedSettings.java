package dev.muster.input;

/**
 * How a feed is to be read. Immutable.
 *
 * @param format how it is written down
 * @param columns what its columns mean
 * @param values what its values may be
 */
public record FeedSettings(FormatChoice format, ColumnSettings columns, ValueRules values) {
    /** Everything detected, the vocabulary's columns, every rule at its default. */
    public static FeedSettings defaults() {
        return new FeedSettings(FormatChoice.auto(), ColumnSettings.defaults(), ValueRules.defaults());
    }

    public FeedSettings withFormat(FormatChoice wanted) {
        return new FeedSettings(wanted, columns, values);
    }

    public FeedSettings withColumns(ColumnSettings wanted) {
        return new FeedSettings(format, wanted, values);
    }

    public FeedSettings withValues(ValueRules wanted) {
        return new FeedSettings(format, columns, wanted);
    }
}
