package dev.muster.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row of a feed about a shared account, read and found valid. What is missing means keep.
 *
 * @param origin the row
 * @param key the account's key, which never changes: its mailbox on the mail server and its name in the directory; 1 to 64
 *     of {@code a-z 0-9 . _ -}; unique in its feed
 * @param addresses the default one first; empty = keep
 * @param settings what the row says of name, login, servers and folders
 * @param mail where the server for reading is taken from; a new account without it: {@link EndpointSource#PRIMARY}
 * @param transport where the server for sending is taken from; a new account without it: as for reading
 * @param language whose folder names a new mailbox gets
 * @param quotaBytes how much the mailbox may hold, in bytes; -1 = no limit
 * @param members who is to be a member by this row; empty = it says nothing about members, and all of them stay
 * @param wishes how the row is to be carried out
 */
public record AccountDraft(
        Origin origin,
        ObjectKey key,
        List<MailAddress> addresses,
        AccountSettings settings,
        Optional<EndpointSource> mail,
        Optional<EndpointSource> transport,
        Optional<String> language,
        Optional<Long> quotaBytes,
        Optional<List<AccountMember>> members,
        Wishes wishes) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9._-]{1,64}");

    /**
     * How a row is to be carried out.
     *
     * @param takeOver whether aliases and forwards that people hold by the account's addresses are taken from them
     * @param follow whether later imports look again who is in the groups
     */
    public record Wishes(boolean takeOver, boolean follow) {
        /** Nobody loses an address, and groups are followed. */
        public static final Wishes USUAL = new Wishes(false, true);
    }

    /** @throws IllegalArgumentException if the key is none, or an address is named twice; the message says why */
    public AccountDraft {
        if (key.kind() != ObjectKey.Kind.ACCOUNT || !KEY.matcher(key.name()).matches()) {
            throw new IllegalArgumentException(
                    "'" + key.name() + "' is no key of a shared account: 1 to 64 of a-z, 0-9 and . _ - are allowed.");
        }
        if (addresses.stream().distinct().count() != addresses.size()) {
            throw new IllegalArgumentException("The " + key + " has an address twice.");
        }
        addresses = List.copyOf(addresses);
        members = members.map(List::copyOf);
    }

    /** What this row's claims hang on, such as {@code account info}. */
    public String identity() {
        return key.toString();
    }
}
