package dev.muster.provision;

import dev.muster.ledger.PlanRow;
import dev.muster.model.UserDraft;

/** A recorded plan, and the row of the feed that it was made for, read again; both have the same identity. */
public record Assignment(PlanRow row, UserDraft draft) {}
