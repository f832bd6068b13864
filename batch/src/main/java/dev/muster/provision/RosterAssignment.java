package dev.muster.provision;

import dev.muster.ledger.PlanRow;
import dev.muster.model.RosterDraft;

/** A recorded plan for a group or resource, and the row of the feed that it was made for, read again. */
public record RosterAssignment(PlanRow row, RosterDraft draft) {}
