package dev.muster.target.imap;

import dev.muster.model.UserName;
import dev.muster.target.imap.ImapSettings.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Who makes INBOX and sets limits, by make of server. Pure: it only says which commands are to be written, by the person
 * and by the administrator.
 */
sealed interface Maker {
    /** Whether the administrator has anything to write for this person. */
    boolean needsAdministrator(Mailbox before, QuotaWish quota);

    /** What the administrator has to write on a connection of his own before the person's folders can be made. */
    List<String> byAdministrator(UserName person, Mailbox before, QuotaWish quota, Traits administrator);

    /** What is to be written in the person's session. */
    List<String> byPerson(Mailbox before, QuotaWish quota) throws Fault;

    /** Whether commands may follow a login in the same write. */
    boolean readsOn();

    /** Whether a listing looks at the mailboxes of all people, so that it is better not asked for in vain. */
    boolean listsSlowly(Traits traits);

    /** Whether a mailbox is taken away by the administrator, as a whole; else the person's session empties it. */
    boolean isRemovedByAdministrator();

    /** What the administrator has to write for that; the last command lists what is left. */
    List<String> removal(UserName person, Traits administrator, String administratorName);

    static Maker of(Kind kind) {
        return kind == Kind.CYRUS ? new Cyrus() : new Dovecot();
    }

    /** Dovecot makes INBOX at the first login; limits are set in the person's session, by a login with admin rights. */
    record Dovecot() implements Maker {
        @Override
        public boolean needsAdministrator(Mailbox before, QuotaWish quota) {
            return false;
        }

        @Override
        public List<String> byAdministrator(UserName person, Mailbox before, QuotaWish quota, Traits administrator) {
            return List.of();
        }

        @Override
        public List<String> byPerson(Mailbox before, QuotaWish quota) throws Fault {
            List<String> commands = new ArrayList<>();
            if (!before.inbox()) {
                commands.add("CREATE " + FolderNames.INBOX);
            }
            if (quota.bySetQuota() && quota.differsFrom(before)) {
                String root = before.quotaRoot()
                        .orElseThrow(() -> new Fault(
                                Fault.Kind.REFUSED,
                                "the server names no quota root for INBOX, so no limit can be set by SETQUOTA"));
                commands.add(quota.command(root));
            }
            return commands;
        }

        @Override
        public boolean readsOn() {
            return true;
        }

        @Override
        public boolean listsSlowly(Traits traits) {
            return false;
        }

        @Override
        public boolean isRemovedByAdministrator() {
            return false;
        }

        @Override
        public List<String> removal(UserName person, Traits administrator, String administratorName) {
            return List.of();
        }
    }

    /** Cyrus gives INBOX and limits at the administrator's word only. */
    record Cyrus() implements Maker {
        @Override
        public boolean needsAdministrator(Mailbox before, QuotaWish quota) {
            return !before.inbox() || quota.bySetQuota() && quota.differsFrom(before);
        }

        @Override
        public List<String> byAdministrator(UserName person, Mailbox before, QuotaWish quota, Traits administrator) {
            String mailbox = mailbox(person, administrator);
            List<String> commands = new ArrayList<>();
            if (!before.inbox()) {
                commands.add("CREATE " + FolderNames.quoted(mailbox));
            }
            if (quota.bySetQuota() && quota.differsFrom(before)) {
                commands.add(quota.command(mailbox));
            }
            return commands;
        }

        @Override
        public List<String> byPerson(Mailbox before, QuotaWish quota) {
            return List.of();
        }

        /** Cyrus 3.6 loses commands that arrive together with AUTHENTICATE. */
        @Override
        public boolean readsOn() {
            return false;
        }

        @Override
        public boolean listsSlowly(Traits traits) {
            return traits.has("LIST-EXTENDED") && traits.has("SPECIAL-USE");
        }

        @Override
        public boolean isRemovedByAdministrator() {
            return true;
        }

        /** He who may delete must give himself the right first; folders, subscriptions and limit go with INBOX. */
        @Override
        public List<String> removal(UserName person, Traits administrator, String administratorName) {
            String mailbox = FolderNames.quoted(mailbox(person, administrator));
            return List.of(
                    "SETACL " + mailbox + " " + FolderNames.quoted(administratorName) + " c",
                    "DELETE " + mailbox,
                    "LIST \"\" " + mailbox);
        }

        /** Cyrus folds login names, but not the names of mailboxes. Where the separator is a dot, a dot in a user name is written as a circumflex. */
        private String mailbox(UserName person, Traits administrator) {
            char separator = administrator.separator();
            String prefix = administrator.others().stream().findFirst().orElse("user" + separator);
            return prefix + person.folded().replace(separator, '^');
        }
    }
}
