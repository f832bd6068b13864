package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.AccessPlan;
import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxLetters;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserName;
import dev.muster.model.UserSpec;
import dev.muster.target.AccountEntries;
import dev.muster.target.ldap.LdapSettings;
import dev.muster.target.ldap.LdapTarget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Functional accounts on the Dovecot of samples/servers, opened by an ordinary client with the members' own passwords. */
class FunctionalLoginIT {
    private static final Origin ORIGIN = Origin.wholeFile("test");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);
    private static final List<String> FORMS = List.of("%s/%s", "%s*%s", "%2$s*%1$s");

    private final RealServer server = RealServer.dovecot();
    private final ImapTarget mailStore = new ImapTarget(server.settings(new ImapSettings.Quota.None()));
    private final LdapTarget directory = new LdapTarget(
            LdapSettings.defaults(
                    RealServer.environment("LDAP_URL"),
                    RealServer.environment("LDAP_BIND_DN"),
                    Secret.of(RealServer.environment("LDAP_BIND_PASSWORD")),
                    RealServer.environment("LDAP_BASE_DN")),
            new SiteKey("0123456789abcdef".getBytes(StandardCharsets.UTF_8)));
    private final List<AccountEntry> made = new ArrayList<>();
    private final String anna = name("anna");
    private final String vera = name("vera");
    private final String otto = name("otto");
    private AccountEntry info = unmade("info", Set.of());

    @BeforeEach
    void make() {
        Stream.of(anna, vera, otto).forEach(server::add);
        info = account("info", anna, vera);
        grant(info, Map.of(anna, MailboxRole.AGENT, vera, MailboxRole.VIEWER), Set.of());
    }

    @AfterEach
    void remove() {
        entries()
                .apply(made.stream()
                        .map(account -> new AccountEntryPlan.Delete(ORIGIN, account.account()))
                        .toList());
        directory.close();
        mailStore.close();
        server.close();
    }

    @Test
    void membersOpenItWithTheirOwnPasswordInEveryForm() {
        for (String form : FORMS) {
            assertThat(rights(form.formatted(anna, name(info)), anna)).as(form).isEqualTo("lrswipte");
            assertThat(rights(form.formatted(vera, name(info)), vera)).as(form).isEqualTo("lrs");
        }
    }

    @Test
    void anyOfItsAddressesStandsForTheName() {
        for (MailAddress address : List.of(info.primary(), info.others().get(0))) {
            assertThat(address.localPart()).isNotEqualTo(name(info));
            for (String form : FORMS) {
                String login = form.formatted(anna, address);
                assertThat(rights(login, anna)).as(login).isEqualTo("lrswipte");
                assertThat(welcome(login, otto)).as(login).startsWith("NO");
                assertThat(welcome(form.formatted(otto, address), otto))
                        .as(form)
                        .startsWith("NO");
            }
        }
        for (String form : FORMS) {
            assertThat(welcome(form.formatted(anna, "nobody@test.tux"), anna)).startsWith("NO");
        }
    }

    @Test
    void everyMemberIsJudgedByHerOwnRights() {
        try (ImapClient agent = server.login(anna + "/" + name(info), RealServer.passwordOf(anna));
                ImapClient viewer = server.login(vera + "/" + name(info), RealServer.passwordOf(vera))) {
            String message = "Subject: x\r\n\r\nx\r\n";
            String append = "APPEND INBOX {" + message.length() + "+}\r\n" + message;
            assertThat(last(viewer.command(append))).contains("NO [NOPERM]");
            assertThat(last(agent.command(append))).contains(" OK ");
            assertThat(last(viewer.command("SELECT INBOX"))).contains(" OK ");
            viewer.command("STORE 1 +FLAGS (\\Deleted)");
            assertThat(viewer.command("FETCH 1 (FLAGS)")).noneMatch(line -> line.contains("\\Deleted"));
            assertThat(last(agent.command("CREATE Ablage"))).contains("NO [NOPERM]");
        }
    }

    @Test
    void whoeverIsNoMemberIsRefused() {
        for (String form : FORMS) {
            assertThat(welcome(form.formatted(otto, name(info)), otto)).as(form).startsWith("NO");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        for (String form : FORMS) {
            String login = form.formatted(anna, name(info));
            assertThat(welcome(login, otto)).as(login).startsWith("NO");
        }
    }

    @Test
    void twoPeopleOrTwoFunctionalAccountsAreNoLogin() {
        AccountEntry other = account("sales", anna);
        for (String separator : List.of("/", "*")) {
            assertThat(welcome(anna + separator + vera, anna)).startsWith("NO");
            assertThat(welcome(anna + separator + vera, vera)).startsWith("NO");
            assertThat(welcome(name(info) + separator + name(other), anna)).startsWith("NO");
            assertThat(welcome(anna + separator + name(info) + separator + name(other), anna))
                    .startsWith("NO");
        }
    }

    @Test
    void theAccountItselfHasNoLogin() {
        for (String password : List.of("", "x", RealServer.passwordOf(name(info)))) {
            try (ImapClient client = server.login(name(info), password)) {
                assertThat(client.welcome()).startsWith("NO");
            }
        }
    }

    @Test
    void aDisabledMemberIsRefused() {
        String karl = name("karl");
        server.add(karl, "NONE");
        AccountEntry other = account("shop", karl);
        for (String form : FORMS) {
            assertThat(welcome(form.formatted(karl, name(other)), karl))
                    .as(form)
                    .startsWith("NO");
        }
    }

    @Test
    void whoLeavesIsRefusedFromThenOn() {
        AccountEntry without = info.withMembers(Set.of(user(vera)));
        entries().apply(List.of(new AccountEntryPlan.Change(ORIGIN, info, without)));
        grant(info, Map.of(), Set.of(anna));
        assertThat(welcome(anna + "/" + name(info), anna)).startsWith("NO");
        assertThat(welcome(vera + "/" + name(info), vera)).startsWith("OK");
        assertThat(folders(anna)).noneMatch(line -> line.contains("shared/" + name(info)));
    }

    @Test
    void aMemberSeesItAmongTheSharedFoldersOfHerOwnSession() {
        String inbox = "shared/" + name(info);
        assertThat(folders(anna)).anyMatch(line -> line.endsWith(" " + inbox));
        assertThat(folders(otto)).noneMatch(line -> line.contains("shared/" + name(info)));
        try (ImapClient own = server.login(anna, RealServer.passwordOf(anna))) {
            assertThat(letters(own.command("MYRIGHTS " + inbox))).isEqualTo("lrswipte");
            assertThat(last(own.command("SUBSCRIBE " + inbox))).contains(" OK ");
            assertThat(own.command("LSUB \"\" \"*\"")).anyMatch(line -> line.contains(inbox));
            assertThat(last(own.command("SELECT " + inbox))).contains(" OK ");
        }
    }

    @Test
    void ordinaryLoginsAndTheAdministratorsAreAsBefore() {
        assertThat(welcome(anna, anna)).startsWith("OK");
        assertThat(welcome(anna, otto)).startsWith("NO [AUTHENTICATIONFAILED]");
        try (ImapClient owner = server.as(name(info))) {
            assertThat(owner.welcome()).startsWith("OK");
            assertThat(letters(owner.command("MYRIGHTS INBOX"))).contains("a");
        }
        try (ImapClient nobody = server.as(name("nobody"))) {
            assertThat(nobody.welcome()).startsWith("NO");
        }
    }

    private AccountEntry account(String stem, String... members) {
        AccountEntry account = unmade(
                stem, Set.copyOf(Stream.of(members).map(FunctionalLoginIT::user).toList()));
        assertThat(entries().apply(List.of(new AccountEntryPlan.Create(ORIGIN, account))))
                .containsEntry(account.account(), StepOutcome.Done.plainly());
        made.add(account);
        UserSpec mailbox = Users.german(name(account));
        assertThat(mailStore
                        .apply(List.of(new TargetPlan.Create(mailbox, Users.claims(mailbox, 1))))
                        .values())
                .allMatch(StepOutcome.Done.class::isInstance);
        return account;
    }

    private AccountEntry unmade(String stem, Set<ObjectKey> members) {
        String name = name(stem);
        return new AccountEntry(
                ObjectKey.account(name),
                MailAddress.of("kontakt-" + name + "@test.tux"),
                List.of(MailAddress.of("hilfe-" + name + "@test.tux")),
                Optional.of("Auskunft"),
                Optional.of(50L << 20),
                members);
    }

    private void grant(AccountEntry account, Map<String, MailboxRole> members, Set<String> leaving) {
        ObjectKey mailbox = ObjectKey.user(UserName.of(name(account)));
        assertThat(mailStore.grant(List.of(new AccessPlan(ORIGIN, mailbox, members, leaving))))
                .containsEntry(mailbox, StepOutcome.Done.plainly());
    }

    private AccountEntries entries() {
        return directory.accountEntries().orElseThrow();
    }

    private String welcome(String login, String whosePassword) {
        try (ImapClient client = server.login(login, RealServer.passwordOf(whosePassword))) {
            return client.welcome();
        }
    }

    private String rights(String login, String whosePassword) {
        try (ImapClient client = server.login(login, RealServer.passwordOf(whosePassword))) {
            assertThat(client.welcome()).as(login).startsWith("OK");
            return letters(client.command("MYRIGHTS INBOX"));
        }
    }

    private List<String> folders(String person) {
        try (ImapClient client = server.login(person, RealServer.passwordOf(person))) {
            return client.command("LIST \"\" \"*\"");
        }
    }

    /** {@code * MYRIGHTS INBOX lrs}. */
    private static String letters(List<String> answer) {
        String[] words = answer.get(0).split(" ");
        return MailboxLetters.known(words[words.length - 1]);
    }

    private static String last(List<String> answer) {
        return answer.get(answer.size() - 1);
    }

    private static ObjectKey user(String name) {
        return new ObjectKey(ObjectKey.Kind.USER, name);
    }

    private static String name(AccountEntry account) {
        return account.account().name();
    }

    private static String name(String stem) {
        return stem + RUN + NUMBER.incrementAndGet();
    }
}
