package dev.muster.ledger;

import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import java.util.List;

/**
 * The plan for one person, group or resource as it is kept: without values, so that neither the feed's secrets nor its people are in the state
 * store.
 *
 * @param ordinal the row of the feed
 * @param line where that row begins
 * @param object what kind of object it is about
 * @param identity the object's identity in the source
 * @param userName the name that a person has or gets, or that of the group or resource
 * @param kind what the plan comes to
 * @param changes one digest per planned change of an existing object: target, field, and hashes of both values
 */
public record PlanRow(
        long ordinal,
        long line,
        ObjectKey.Kind object,
        String identity,
        String userName,
        PlanKind kind,
        List<String> changes) {
    public PlanRow {
        changes = List.copyOf(changes);
    }

    /** A person's plan. */
    public PlanRow(long ordinal, long line, String identity, String userName, PlanKind kind, List<String> changes) {
        this(ordinal, line, ObjectKey.Kind.USER, identity, userName, kind, changes);
    }
}
