package dev.muster.model;

import java.util.Optional;

/**
 * What a new shared account gets where the feed says nothing.
 *
 * @param login at the mail server; {@code {{username}}} and {@code {{fa_email_address}}} in it are filled in for each member
 * @param mail where the server for reading is taken from
 * @param transport where the server for sending is taken from; empty = as for reading
 * @param role what a member is whose role is not named
 * @param language whose folder names the mailbox gets; empty = the templates' own
 * @param quotaBytes how much the mailbox may hold, in bytes; empty = nothing is said to the mail server
 */
public record AccountDefaults(
        String login,
        EndpointSource mail,
        Optional<EndpointSource> transport,
        MailboxRole role,
        Optional<String> language,
        Optional<Long> quotaBytes) {
    /** Each member logs in as herself in front of the account's address, at her own servers, and is an agent. */
    public static final AccountDefaults HOUSE = new AccountDefaults(
            "{{username}}/{{fa_email_address}}",
            EndpointSource.PRIMARY,
            Optional.empty(),
            MailboxRole.AGENT,
            Optional.empty(),
            Optional.empty());
}
