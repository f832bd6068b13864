package dev.muster.config;

import dev.muster.model.Field;
import dev.muster.model.Secret;
import dev.muster.target.ConfiguredCommand;
import dev.muster.target.groupware.AccountPasswords;
import dev.muster.target.groupware.AccountPasswords.Generation;
import dev.muster.target.groupware.GroupwareSettings;
import dev.muster.target.imap.ImapSettings;
import dev.muster.target.ldap.AccountTree;
import dev.muster.target.ldap.LdapPerson;
import dev.muster.target.ldap.LdapServer;
import dev.muster.target.ldap.LdapSettings;
import dev.muster.target.ldap.LdapTree;
import dev.muster.target.ldap.RosterTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of the three targets. A target without a section, or with {@code mode: off}, is not there. */
final class TargetSections {
    private TargetSections() {}

    /** What Muster does with the directory. */
    private enum Mode {
        WRITE,
        READ,
        OFF
    }

    static Optional<LdapSettings> ldap(Section root) {
        if (!root.has("ldap")) {
            return Optional.empty();
        }
        Section section = root.section("ldap");
        Mode mode = section.choice("mode", Mode.class, Mode.WRITE);
        if (mode == Mode.OFF) {
            section.leaveAside();
            return Optional.empty();
        }
        return Optional.of(new LdapSettings(
                mode == Mode.READ ? LdapSettings.Mode.READ : LdapSettings.Mode.WRITE,
                server(section),
                tree(section),
                person(section),
                roster(section),
                account(section.section("account"), section.text("baseDn"))));
    }

    static Optional<GroupwareSettings> groupware(Section root) {
        if (!root.has("groupware")) {
            return Optional.empty();
        }
        Section section = root.section("groupware");
        GroupwareSettings house = GroupwareSettings.of("", "", Secret.of(""), 1);
        List<String> deletion = section.list("deleteCommand", List.of());
        return Optional.of(new GroupwareSettings(
                section.text("url"),
                section.text("user"),
                section.secret("password"),
                section.choice("security", GroupwareSettings.Tls.class, house.tls()),
                section.number("context", 1),
                section.text("imapServer", house.imapServer()),
                section.text("smtpServer", house.smtpServer()),
                section.seconds("timeoutSeconds", house.deadline()),
                section.seconds("lockWaitSeconds", house.lockWait()),
                deletion.isEmpty() ? Optional.empty() : Optional.of(new ConfiguredCommand(deletion)),
                accountPasswords(section)));
    }

    private static AccountPasswords accountPasswords(Section section) {
        boolean keyed = Stream.of("encryptionKey", "encryptionKeyFile", "encryptionKeyCredential")
                .anyMatch(section::has);
        String word = section.text("generation", "auto");
        Generation generation = switch (word) {
            case "auto" -> Generation.AUTO;
            case "before-8.3" -> Generation.BEFORE_8_3;
            case "since-8.3" -> Generation.SINCE_8_3;
            default ->
                throw section.fault("generation", "is '" + word + "'; one of auto, before-8.3, since-8.3 is wanted.");
        };
        return new AccountPasswords(
                generation, keyed ? Optional.of(section.secret("encryptionKey")) : Optional.empty());
    }

    static Optional<ImapSettings> imap(Section root) {
        if (!root.has("imap")) {
            return Optional.empty();
        }
        Section section = root.section("imap");
        ImapSettings.Tls tls = new ImapSettings.Tls(
                section.choice("security", ImapSettings.Security.class, ImapSettings.Security.NONE),
                authorities(section),
                section.flag("checkHost", true));
        ImapSettings.Server server = new ImapSettings.Server(
                section.choice("server", ImapSettings.Kind.class, ImapSettings.Kind.AUTO),
                section.text("host"),
                section.number("port", tls.security() == ImapSettings.Security.IMAPS ? 993 : 143),
                tls);
        ImapSettings.Login login = new ImapSettings.Login(
                section.text("admin"),
                section.secret("adminPassword"),
                section.choice("login", ImapSettings.Style.class, ImapSettings.Style.ADMINISTRATOR));
        ImapSettings.Limits limits = ImapSettings.Limits.usual(section.count("connections", 8));
        return Optional.of(new ImapSettings(server, login, quota(section), Map.of(), limits, onDelete(section)));
    }

    private static ImapSettings.OnDelete onDelete(Section section) {
        Optional<ConfiguredCommand> archive = mailCommand(section, "archiveCommand");
        Optional<ConfiguredCommand> home = mailCommand(section, "homeCommand");
        String word = section.text("onDelete", "keep");
        return switch (word) {
            case "keep" -> new ImapSettings.OnDelete.Keep();
            case "archive-command" ->
                new ImapSettings.OnDelete.Archive(archive.orElseThrow(
                        () -> section.fault("archiveCommand", "is missing, and imap.onDelete asks for it.")));
            case "purge" -> new ImapSettings.OnDelete.Purge(home);
            default ->
                throw section.fault("onDelete", "is '" + word + "'; one of keep, archive-command, purge is wanted.");
        };
    }

    /** In its words {@code {home}} stands for what {@code imap.home} says. */
    private static Optional<ConfiguredCommand> mailCommand(Section section, String key) {
        String home = section.text("home", "/home/{username}");
        List<String> words = section.list(key, List.of()).stream()
                .map(word -> word.replace("{home}", home))
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(new ConfiguredCommand(words));
    }

    private static ImapSettings.Quota quota(Section section) {
        String word = section.text("quota", "none");
        return switch (word) {
            case "setquota" -> new ImapSettings.Quota.SetQuota();
            case "ldap-attribute" -> new ImapSettings.Quota.LdapAttribute();
            case "none" -> new ImapSettings.Quota.None();
            case "doveadm" -> new ImapSettings.Quota.Doveadm(section.list("quotaCommand", List.of()));
            default ->
                throw section.fault(
                        "quota", "is '" + word + "'; one of setquota, ldap-attribute, doveadm, none is wanted.");
        };
    }

    private static LdapServer server(Section section) {
        LdapServer house = LdapServer.defaults("", "", Secret.of(""));
        return new LdapServer(
                section.text("url"),
                section.choice("security", LdapServer.Security.class, house.security()),
                authorities(section),
                section.text("bindDn", ""),
                section.has("bindDn") ? section.secret("bindPassword") : Secret.of(""),
                section.count("connections", house.connections()),
                section.seconds("timeoutSeconds", house.timeout()),
                section.number("retries", house.retries()),
                Duration.ofMillis(section.number(
                        "retryPauseMillis", Math.toIntExact(house.pause().toMillis()))));
    }

    private static LdapTree tree(Section section) {
        String base = section.text("baseDn");
        LdapTree house = LdapTree.defaults(base);
        String userBase = section.text("userBase", "ou=people," + base);
        return new LdapTree(
                base,
                section.text("userDn", "uid={username}," + userBase),
                section.text("searchBase", base),
                section.choice("searchScope", LdapTree.Scope.class, house.searchScope()),
                section.text("searchFilter", house.searchFilter()),
                section.text("counterDn", house.counterDn()),
                section.text("counterAttribute", house.counterAttribute()),
                section.text("addressAdminsDn", house.addressAdminsDn()));
    }

    private static RosterTree roster(Section section) {
        RosterTree house = RosterTree.defaults(section.text("baseDn"));
        return new RosterTree(
                section.text("groupBase", house.groupBase()),
                section.text("resourceBase", house.resourceBase()),
                section.list("groupObjectClasses", house.groupClasses()),
                section.list("resourceObjectClasses", house.resourceClasses()),
                section.list("resourceGroupObjectClasses", house.resourceGroupClasses()));
    }

    private static AccountTree account(Section section, String baseDn) {
        AccountTree house = AccountTree.defaults(baseDn);
        List<String> known =
                Stream.of(AccountTree.Part.values()).map(AccountTree.Part::id).toList();
        Map<AccountTree.Part, String> attributes = new EnumMap<>(AccountTree.Part.class);
        section.map("attributes").forEach((id, attribute) -> {
            if (!known.contains(id)) {
                throw section.fault("attributes", "has '" + id + "', which is none" + Nearest.among(id, known) + ".");
            }
            attributes.put(AccountTree.Part.values()[known.indexOf(id)], attribute);
        });
        try {
            return new AccountTree(
                    section.text("base", house.base()),
                    section.list("objectClasses", house.objectClasses()),
                    attributes);
        } catch (IllegalArgumentException lacking) {
            throw section.fault("attributes", "and objectClasses lack something: " + lacking.getMessage());
        }
    }

    private static LdapPerson person(Section section) {
        LdapPerson house = LdapPerson.defaults();
        Map<Field, String> attributes = new HashMap<>();
        section.map("attributes").forEach((field, attribute) -> attributes.put(Field.of(field), attribute));
        return house.withKeyAttribute(section.text("keyAttribute", "employeeNumber"))
                .withAttributes(attributes)
                .withPatterns(section.map("patterns"))
                .withGidNumber(section.number("gidNumber", 1100))
                .withObjectClasses(section.list("objectClasses", house.objectClasses()))
                .withMailEnabled(
                        section.text("mailEnabled", house.enabled()), section.text("mailDisabled", house.disabled()))
                .withQuotaFormat(section.text("quotaFormat", house.quotaFormat()))
                .withHash(section.choice("passwordHash", dev.muster.target.ldap.PasswordHash.class, house.hash()));
    }

    private static Optional<Path> authorities(Section section) {
        return section.optional("caFile").map(section::resolved);
    }
}
