package dev.muster.ledger;

/** The part of a run in which a problem was found. */
public enum Stage {
    /** In the feed itself: the row is rejected. */
    CHECK,
    /** Against the targets and the claims: the row is rejected. */
    PLAN,
    /** While applying: the object failed. */
    APPLY
}
