package dev.muster.input;

import dev.muster.model.AccountDraft;
import dev.muster.model.AccountDraft.Wishes;
import dev.muster.model.AccountField;
import dev.muster.model.AccountMember;
import dev.muster.model.AccountSettings;
import dev.muster.model.EndpointSource;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.MailServer;
import dev.muster.model.ObjectKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a shared account of a row whose values are each fine. What is wrong with them together is told to the row. */
final class AccountCheck {
    private static final long MEGABYTE = 1L << 20;
    private static final long UNLIMITED = -1;

    private final Row row;
    private final AccountTerms terms;

    AccountCheck(Row row, AccountTerms terms) {
        this.row = row;
        this.terms = terms;
    }

    /** The account; empty if the row has a problem. */
    Optional<AccountDraft> draft() {
        Optional<ObjectKey> key = key();
        List<MailAddress> addresses = new AccountAddresses(row).read();
        Optional<List<AccountMember>> members = new MemberCells(row, terms).read();
        ServerCheck mail = new ServerCheck(row, MailServer.Side.MAIL);
        ServerCheck transport = new ServerCheck(row, MailServer.Side.TRANSPORT);
        Optional<EndpointSource> reading = mail.source();
        Optional<EndpointSource> sending = transport.source();
        transport.noteWhoCannotSend(sending.or(() -> reading), members.orElse(List.of()));
        notePassword();
        AccountSettings settings = new AccountSettings(SettingCells.texts(row), SettingCells.passwords(row));
        return row.hasProblems()
                ? Optional.empty()
                : key.map(named -> new AccountDraft(
                        row.origin(),
                        named,
                        addresses,
                        settings,
                        reading,
                        sending,
                        row.first(Field.LANGUAGE),
                        quota(),
                        members,
                        wishes()));
    }

    private Optional<ObjectKey> key() {
        Optional<String> name = row.first(AccountColumns.NAME);
        if (name.isEmpty()) {
            missing();
            return Optional.empty();
        }
        try {
            return Optional.of(bare(ObjectKey.account(name.get())).key());
        } catch (IllegalArgumentException invalid) {
            row.problem(
                    ErrorCode.VALUE_INVALID,
                    AccountColumns.NAME.name(),
                    String.valueOf(invalid.getMessage()),
                    suggestion(name.get()));
            return Optional.empty();
        }
    }

    private void missing() {
        if (row.blank(AccountColumns.NAME)) {
            row.problem(
                    ErrorCode.VALUE_MISSING,
                    AccountColumns.NAME.name(),
                    "The row names no shared account.",
                    "Fill in its key, such as info.");
        }
    }

    /** A key in another form would be another mailbox one day: it is never bent in silence. */
    private static String suggestion(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^-|-$", "");
        String word = plain.length() > 64 ? plain.substring(0, 64) : plain;
        return word.isEmpty()
                ? "Give it a key such as info; people see the displayname."
                : "Write '" + word + "', in every feed the same; people see the displayname.";
    }

    private AccountDraft bare(ObjectKey key) {
        return new AccountDraft(
                row.origin(),
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

    private Optional<Long> quota() {
        if (row.cleared(Field.QUOTA)) {
            return Optional.of(UNLIMITED);
        }
        return row.first(Field.QUOTA)
                .map(Long::valueOf)
                .map(megabytes -> megabytes == 0 ? UNLIMITED : megabytes * MEGABYTE);
    }

    private Wishes wishes() {
        return new Wishes(
                yes(AccountColumns.TAKE_OVER, Wishes.USUAL.takeOver()),
                yes(AccountColumns.FOLLOW, Wishes.USUAL.follow()));
    }

    private boolean yes(Field field, boolean otherwise) {
        return row.first(field).map("yes"::equals).orElse(otherwise);
    }

    /** With a login that has the member's own name in it, it is her own password that opens the door. */
    private void notePassword() {
        String login = row.first(AccountColumns.field(AccountField.LOGIN))
                .orElse(terms.defaults().login());
        if (row.passwords().containsKey(Field.PASSWORD) && login.contains("{{username}}")) {
            row.note(
                    ErrorCode.VALUE_CONTRADICTS,
                    Field.PASSWORD.name(),
                    "A password is given, though each member logs in as herself: " + Text.quoted(login) + ".",
                    "Leave the password out, or give the mailbox a login of its own.");
        }
    }
}
