package dev.muster.model;

/**
 * The numbers that were decided for a group or a resource once and for all, so that a repeated call makes the same one
 * again. 0 = not claimed: the target is not written, or the kind has no such number.
 *
 * @param gidNumber the directory's {@code gidNumber} of a group
 * @param principalId the groupware's {@code groups.id} or {@code resource.id}, both from {@code sequence_principal}
 */
public record RosterClaims(long gidNumber, long principalId) {
    public static RosterClaims none() {
        return new RosterClaims(0, 0);
    }
}
