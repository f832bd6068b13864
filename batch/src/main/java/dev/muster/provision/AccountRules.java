package dev.muster.provision;

import dev.muster.model.AccountDefaults;
import dev.muster.model.LoginTemplates;
import dev.muster.model.ObjectKey;
import dev.muster.model.SiteKey;
import dev.muster.model.TargetName;
import dev.muster.target.AccountEntries;
import dev.muster.target.MailboxAccess;
import dev.muster.target.SharedAccounts;
import dev.muster.target.Target;
import dev.muster.template.Templates;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What planning and applying shared accounts goes by in one run.
 *
 * @param rosters the same for groups, who may be members
 * @param book what is recorded of accounts
 * @param house what the site says of all accounts
 */
public record AccountRules(RosterRules rosters, AccountBook book, House house) {
    /**
     * @param templates give new mailboxes their folders
     * @param siteKey derives hashes of passwords
     * @param defaults what a new account gets where nothing is said
     * @param logins under which names members are known
     * @param adopt by which fields existing objects are taken over
     */
    public record House(
            Templates templates, SiteKey siteKey, AccountDefaults defaults, LoginTemplates logins, Set<String> adopt) {
        public House {
            adopt = Set.copyOf(adopt);
        }
    }

    Targets targets() {
        return rosters.targets();
    }

    /** The directory, whether it may be written or not. */
    Optional<AccountEntries> entries() {
        return target(TargetName.LDAP).flatMap(Target::accountEntries);
    }

    Optional<SharedAccounts> rows() {
        return target(TargetName.GROUPWARE).flatMap(Target::sharedAccounts);
    }

    Optional<Target> mailboxes() {
        return target(TargetName.IMAP);
    }

    Optional<MailboxAccess> access() {
        return mailboxes().filter(MailboxAccess.class::isInstance).map(MailboxAccess.class::cast);
    }

    /** The targets that may be written and keep something of shared accounts. */
    Set<TargetName> written() {
        Set<TargetName> written = EnumSet.noneOf(TargetName.class);
        entries().ifPresent(any -> written.add(TargetName.LDAP));
        rows().ifPresent(any -> written.add(TargetName.GROUPWARE));
        access().ifPresent(any -> written.add(TargetName.IMAP));
        written.retainAll(targets().written());
        return written;
    }

    /** On the mail server an account is a user of its name. */
    static ObjectKey mailbox(ObjectKey account) {
        return ObjectKey.user(account.userName());
    }

    private Optional<Target> target(TargetName name) {
        return Optional.ofNullable(targets().all().get(name));
    }
}
