package dev.muster.plan;

/** Who rules over a field of somebody who exists already. */
public enum Policy {
    /** Written once, at creation; whatever the target holds afterwards stays. */
    CREATE,
    /** The feed rules: the target is brought to the feed's value at every run. */
    ALWAYS,
    /** There has to be one, whatever it is called: written when the target has none. Mail folder roles are so. */
    ENSURE
}
