package dev.muster.ledger;

import java.util.Map;

/**
 * The two sums of a run, exact, from the ledger only: {@code read = planned + rejected} and {@code planned = created +
 * updated + unchanged + left out + failed + pending}.
 */
public record Totals(
        long read,
        long planned,
        long rejected,
        long created,
        long updated,
        long unchanged,
        long leftOut,
        long failed,
        long pending) {
    static Totals of(long read, long rejected, Map<String, Long> counts) {
        return new Totals(
                read,
                counts.values().stream().mapToLong(Long::longValue).sum(),
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

    /** Whether every row that was read is accounted for. */
    public boolean exact() {
        return read == planned + rejected && planned == created + updated + unchanged + leftOut + failed + pending;
    }
}
