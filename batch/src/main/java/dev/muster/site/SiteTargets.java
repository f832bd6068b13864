package dev.muster.site;

import dev.muster.config.Configuration;
import dev.muster.model.TargetName;
import dev.muster.provision.Targets;
import dev.muster.target.NumberSource;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.Target;
import dev.muster.target.groupware.GroupwareSettings;
import dev.muster.target.groupware.GroupwareTarget;
import dev.muster.target.imap.ImapSettings;
import dev.muster.target.imap.ImapTarget;
import dev.muster.target.ldap.LdapSettings;
import dev.muster.target.ldap.LdapTarget;
import dev.muster.template.Templates;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Puts the targets of a site together from its configuration. */
public final class SiteTargets {
    private SiteTargets() {}

    /** What is different from program to program. */
    public interface Program {
        /** Makes the groupware's target, with the lane that suits the program. */
        GroupwareTarget groupware(GroupwareSettings settings);

        /** How the directory is asked. */
        default LdapSettings ldap(LdapSettings settings) {
            return settings;
        }

        /** How patiently the mail store is asked. */
        default ImapSettings imap(ImapSettings settings) {
            return settings;
        }
    }

    /**
     * Makes every configured target; none connects before it is used.
     *
     * @param only the targets that may be written
     * @param program what is different from program to program
     * @throws RefusalException if nothing is left to write
     */
    public static Targets assemble(
            Configuration configuration, Templates templates, Set<TargetName> only, Program program) {
        Map<TargetName, Target> all = new EnumMap<>(TargetName.class);
        Map<Counter, NumberSource> numbers = new EnumMap<>(Counter.class);
        configuration.ldap().map(program::ldap).ifPresent(settings -> {
            LdapTarget ldap = new LdapTarget(settings, configuration.siteKey());
            all.put(TargetName.LDAP, ldap);
            numbers.put(Counter.UID_NUMBER, ldap);
            numbers.put(Counter.GID_NUMBER, ldap);
        });
        configuration.groupware().map(program::groupware).ifPresent(target -> {
            all.put(TargetName.GROUPWARE, target);
            numbers.put(Counter.USER_ID, target);
            numbers.put(Counter.PRINCIPAL_ID, target);
            numbers.put(Counter.CONTACT_ID, target);
            numbers.put(Counter.FOLDER_ID, target);
        });
        configuration
                .imap()
                .ifPresent(settings -> all.put(TargetName.IMAP, mailStore(program.imap(settings), templates)));
        Set<TargetName> written = EnumSet.noneOf(TargetName.class);
        written.addAll(all.keySet());
        written.retainAll(only);
        if (directoryLeads(configuration)) {
            written.remove(TargetName.LDAP);
        }
        if (written.isEmpty()) {
            throw new RefusalException(
                    ExitStatus.CONFIGURATION,
                    "There is no target to write: " + configuration.file() + " configures " + all.keySet()
                            + ", this run may write " + only + ".");
        }
        return new Targets(all, written, numbers, configuration.followUps());
    }

    /** A mailbox keeps the folders that it has under any name that any template knows. */
    private static ImapTarget mailStore(ImapSettings settings, Templates templates) {
        return new ImapTarget(settings.withKnownFolders(templates.folderRoles()));
    }

    /** Whether the directory is the source of the person. */
    public static boolean directoryLeads(Configuration configuration) {
        return configuration
                .ldap()
                .filter(ldap -> ldap.mode() == LdapSettings.Mode.READ)
                .isPresent();
    }
}
