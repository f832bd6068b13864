package dev.muster.model;

/** What the plan for one object comes to, for the totals. */
public enum PlanKind {
    CREATE,
    CHANGE,
    UNCHANGED,
    DELETE
}
