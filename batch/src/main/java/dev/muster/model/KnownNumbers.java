package dev.muster.model;

/**
 * The numbers that somebody is known by: what goes must have them, and what has lost its name is found by them.
 *
 * @param uidNumber the directory's {@code uidNumber}; 0 = not known, whoever has the name is meant
 * @param userId the groupware's {@code user.id}; 0 = likewise
 */
public record KnownNumbers(long uidNumber, long userId) {
    /** Whoever has the name. */
    public static KnownNumbers none() {
        return new KnownNumbers(0, 0);
    }
}
