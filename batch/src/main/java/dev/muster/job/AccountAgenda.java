package dev.muster.job;

import dev.muster.ledger.OutcomeTable;
import dev.muster.ledger.PlanRow;
import dev.muster.ledger.PlanTable;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.provision.AccountBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which shared accounts a run looks at: the planned ones, and then, numbered from behind the feed's last row, those of
 * earlier feeds that follow their groups. Those with an outcome are left out; the others are the same at every call of a run.
 *
 * @param plans where plans are
 * @param outcomes where it stands what is done
 * @param book where accounts are recorded
 * @param runId which run
 * @param lastRow the ordinal of the feed's last row
 */
record AccountAgenda(PlanTable plans, OutcomeTable outcomes, AccountBook book, long runId, long lastRow) {
    List<PlanRow> rows() {
        List<PlanRow> rows = new ArrayList<>();
        Map<String, PlanRow> found = new HashMap<>();
        Set<String> named = new HashSet<>();
        for (PlanRow row : plans.all(runId, ObjectKey.Kind.ACCOUNT)) {
            if (row.ordinal() <= lastRow) {
                rows.add(row);
                named.add(row.identity());
            } else {
                found.put(row.identity(), row);
            }
        }
        long ordinal = lastRow;
        for (ObjectKey key : book.following()) {
            if (!named.contains(key.toString())) {
                long next = ++ordinal;
                rows.add(Optional.ofNullable(found.get(key.toString())).orElseGet(() -> following(next, key)));
            }
        }
        Set<Long> done = outcomes.between(runId, 0, Long.MAX_VALUE).keySet();
        rows.removeIf(row -> done.contains(row.ordinal()));
        return rows;
    }

    /** A plan that says nothing so far, and is recorded when it comes to something. */
    private static PlanRow following(long ordinal, ObjectKey key) {
        return new PlanRow(
                ordinal, 0, ObjectKey.Kind.ACCOUNT, key.toString(), key.name(), PlanKind.UNCHANGED, List.of());
    }
}
