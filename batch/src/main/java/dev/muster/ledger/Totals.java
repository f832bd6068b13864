package dev.muster.ledger;

import java.util.Map;

/**
 * The two sums of a run, exact, from the ledger only: {@code read = planned + rejected} and {@code planned = created +
 * updated + unchanged + left out + failed + pending}.
 *
 * @param followed how many of the planned objects no row is about: shared accounts that follow their groups. They are
 *     none of the rows in the first sum
 */
public record Totals(
        long read,
        long planned,
        long followed,
        long rejected,
        long created,
        long updated,
        long unchanged,
        long leftOut,
        long failed,
        long pending) {
    static Totals of(long read, long rejected, long followed, Map<String, Long> counts) {
        return new Totals(
                read,
                counts.values().stream().mapToLong(Long::longValue).sum(),
                followed,
                rejected,
                counts.getOrDefault("created", 0L),
                counts.getOrDefault("updated", 0L),
                counts.getOrDefault("unchanged", 0L),
                counts.getOrDefault("left out", 0L),
                counts.getOrDefault("failed", 0L),
                counts.getOrDefault("pending", 0L));
    }

    /** The word for a plan and what came of it. */
    static String column(String kind, String result) {
        if (kind.equals("UNCHANGED")) {
            return "unchanged";
        }
        return switch (result) {
            case "DONE" -> kind.equals("CREATE") ? "created" : "updated";
            case "FAILED" -> "failed";
            case "LEFT_OUT" -> "left out";
            default -> "pending";
        };
    }

    /** How many of the feed's rows have a plan. */
    public long plannedRows() {
        return planned - followed;
    }

    /** Whether every row that was read is accounted for. */
    public boolean exact() {
        return read == plannedRows() + rejected
                && planned == created + updated + unchanged + leftOut + failed + pending;
    }
}
