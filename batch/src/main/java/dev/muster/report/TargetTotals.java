package dev.muster.report;

import dev.muster.ledger.Ledger;
import dev.muster.model.TargetName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of the objects of one run at one target.
 *
 * @param target which
 * @param done now as planned
 * @param failed refused by this target
 * @param aborted not tried, because another target had failed
 * @param unknown neither done nor failed: no answer came in time
 */
public record TargetTotals(TargetName target, long done, long failed, long aborted, long unknown) {
    /** The totals of every target that the run wrote to, in the order of writing; a pending object counts nowhere. */
    public static List<TargetTotals> of(Ledger ledger, long runId) {
        return of(ledger.outcomes().targets(runId));
    }

    /** @param outcomes how many objects came to {@code LDAP=done groupware=failed IMAP=aborted} and the like */
    static List<TargetTotals> of(Map<String, Long> outcomes) {
        Map<String, Long> words = new TreeMap<>();
        outcomes.forEach((text, count) -> {
            for (String word : text.split(" ")) {
                words.merge(word, count, Long::sum);
            }
        });
        List<TargetTotals> totals = new ArrayList<>();
        for (TargetName target : TargetName.values()) {
            TargetTotals found = of(target, words);
            if (found.all() > 0) {
                totals.add(found);
            }
        }
        return List.copyOf(totals);
    }

    private static TargetTotals of(TargetName target, Map<String, Long> words) {
        return new TargetTotals(
                target,
                words.getOrDefault(target + "=done", 0L),
                words.getOrDefault(target + "=failed", 0L),
                words.getOrDefault(target + "=aborted", 0L),
                words.getOrDefault(target + "=unknown", 0L));
    }

    /** Every object that had this target on its way. */
    public long all() {
        return done + failed + aborted + unknown;
    }
}
