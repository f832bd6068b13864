package dev.muster.ledger;

import dev.muster.model.PlanKind;
import java.util.List;

/**
 * One person's plan as it is kept: without values, so that neither the feed's secrets nor its people are in the state
 * store.
 *
 * @param ordinal the row of the feed
 * @param line where that row begins
 * @param identity the person's identity in the source
 * @param userName the name she has or gets
 * @param kind what the plan comes to
 * @param changes one digest per planned change of an existing object: target, field, and hashes of both values
 */
public record PlanRow(long ordinal, long line, String identity, String userName, PlanKind kind, List<String> changes) {
    public PlanRow {
        changes = List.copyOf(changes);
    }
}
