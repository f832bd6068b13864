package dev.muster.provision;

import dev.muster.ledger.PlanRow;
import dev.muster.model.AccountDraft;

/** A recorded plan for a shared account, and the row of the feed that it was made for, read again. */
public record AccountAssignment(PlanRow row, AccountDraft draft) {}
