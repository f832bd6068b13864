package dev.muster.model;

/**
 * Somebody who gets a shared account, and as what.
 *
 * @param who a user, a group, or {@link #EVERYBODY}
 * @param role what she may do there
 */
public record AccountMember(ObjectKey who, MailboxRole role) {
    /** The groupware's group 0: everybody but guests. No group of a directory has this name. */
    public static final ObjectKey EVERYBODY = ObjectKey.group("*");

    /** @throws IllegalArgumentException if it is neither a user nor a group */
    public AccountMember {
        if (who.kind() != ObjectKey.Kind.USER && who.kind() != ObjectKey.Kind.GROUP) {
            throw new IllegalArgumentException("A " + who.kind() + " cannot be a member of a shared account.");
        }
    }

    public boolean isGroup() {
        return who.kind() == ObjectKey.Kind.GROUP;
    }
}
