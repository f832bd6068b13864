package dev.muster.model;

import java.util.Optional;

/**
 * All that somebody has to type into a mail program to get at a shared account.
 *
 * @param address the account's default address
 * @param name how the account is called
 * @param personal the name beside the sender's address
 * @param replyTo where answers are to go; empty = to the address
 * @param folder where the mailbox is in her own session
 * @param who her own login, or {@code your user name} where the card is for nobody in particular
 * @param role what she may do; empty = not known
 * @param login how she opens the mailbox as an account of its own
 * @param senderLogin how she sends
 * @param reading the server for reading
 * @param sending the server for sending; empty = nobody sends with this account
 */
public record AccountCard(
        MailAddress address,
        String name,
        String personal,
        Optional<String> replyTo,
        String folder,
        String who,
        Optional<MailboxRole> role,
        String login,
        String senderLogin,
        MailServer reading,
        Optional<MailServer> sending) {
    /** Whether she sees the mailbox. */
    public boolean reads() {
        return role.map(MailboxRole::reads).orElse(true);
    }

    /** Whether she may write with the address. */
    public boolean sends() {
        return sending.isPresent() && role.map(MailboxRole::sends).orElse(true);
    }
}
