package dev.muster.model;

import java.util.Map;
import java.util.Set;

/**
 * Who is to be let into a mailbox, and who no more. Whoever is not named keeps what she has.
 *
 * @param origin where it came from, for messages
 * @param mailbox the user whose mailbox it is
 * @param members the mail server's identifiers (RFC 4314: mostly login names) and their roles, which replace all that
 *     they had
 * @param leaving the identifiers that lose everything
 */
public record AccessPlan(Origin origin, ObjectKey mailbox, Map<String, MailboxRole> members, Set<String> leaving) {
    public AccessPlan {
        members = Map.copyOf(members);
        leaving = Set.copyOf(leaving);
    }
}
