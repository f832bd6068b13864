package dev.muster.model;

import java.util.List;
import java.util.Map;
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

    /** A row that is in no feed: the account as it was wanted before, looked at again. */
    public static AccountDraft following(Origin origin, ObjectKey key) {
        return new AccountDraft(
                origin,
                key,
                List.of(),
                AccountSettings.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Wishes.USUAL);
    }

    /**
     * What is wanted: what this row says, over what was wanted before.
     *
     * @param before empty for a new account
     * @param defaults what a new account gets where the row says nothing
     * @throws IllegalArgumentException if it has no address
     */
    public AccountSpec over(Optional<AccountSpec> before, AccountDefaults defaults) {
        AccountSettings known = before.map(AccountSpec::settings)
                .orElseGet(() -> new AccountSettings(
                        Map.of(AccountField.NAME, key.name(), AccountField.LOGIN, defaults.login()), Map.of()));
        EndpointSource reading = mail.or(() -> named(MailServer.Side.MAIL))
                .or(() -> before.map(spec -> spec.ends().mail()))
                .orElse(defaults.mail());
        EndpointSource sending = transport
                .or(() -> named(MailServer.Side.TRANSPORT))
                .or(() -> before.map(spec -> spec.ends().transport()))
                .or(defaults::transport)
                .orElse(reading);
        return new AccountSpec(
                origin,
                key,
                addresses.isEmpty() ? before.map(AccountSpec::addresses).orElse(List.of()) : addresses,
                known.with(settings),
                new AccountSpec.Ends(reading, sending),
                new AccountSpec.Mailbox(
                        language.or(() ->
                                before.isPresent() ? before.get().mailbox().language() : defaults.language()),
                        quotaBytes.or(() ->
                                before.isPresent() ? before.get().mailbox().quotaBytes() : defaults.quotaBytes())),
                members.or(() -> before.map(AccountSpec::members)).orElse(List.of()),
                isFollowing() ? before.map(AccountSpec::wishes).orElse(wishes) : wishes);
    }

    /** Whether no feed has a row for it. */
    public boolean isFollowing() {
        return origin.line() == 0;
    }

    /** Who names a server means that one. */
    private Optional<EndpointSource> named(MailServer.Side side) {
        return settings.text(side.server()).map(server -> EndpointSource.NONE);
    }

    /** What this row's claims hang on, such as {@code account info}. */
    public String identity() {
        return key.toString();
    }
}
