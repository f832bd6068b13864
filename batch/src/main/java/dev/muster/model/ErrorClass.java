package dev.muster.model;

/** Whose move it is after an error. Decides retry and exit status. */
public enum ErrorClass {
    /** The feed's row has to be corrected. */
    FEED,
    /** The configuration has to be corrected; no row can go on. */
    CONFIGURATION,
    /** The target refused this object. */
    REFUSED,
    /** Something else stands where the object should be. */
    CONFLICT,
    /** Try again later. */
    UNAVAILABLE,
    /** A fault of Muster. */
    INTERNAL
}
