package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserSpec;
import dev.muster.target.Target;
import dev.muster.target.TargetContract;
import dev.muster.target.TargetException;
import dev.muster.target.imap.ImapSettings.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DovecotTargetIT implements TargetContract {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);
    private static final String LISTING = "LIST \"\" \"*\" RETURN (SUBSCRIBED SPECIAL-USE)";

    private final RealServer server = RealServer.dovecot();
    private final ImapTarget target = new ImapTarget(server.settings(new Quota.LdapAttribute()));

    @AfterEach
    void removeWhatWasMade() {
        target.close();
        server.close();
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Claims claims(UserSpec spec) {
        return Users.claims(spec, NUMBER.incrementAndGet());
    }

    @Override
    public String freshName() {
        return "Doris." + RUN + "-" + NUMBER.incrementAndGet();
    }

    @Override
    public void prepare(UserSpec spec) {
        server.add(spec.userName().value());
    }

    @Override
    public FieldChange sampleChange() {
        return new FieldChange(Field.OTHER_FOLDERS, List.of("Vorlagen"), List.of("Vorlagen"));
    }

    @Test
    void newMailboxHasTheFoldersOfItsLanguageSubscribedAndFlagged() {
        UserSpec spec = newcomer();
        assertThat(create(spec)).isEqualTo(StepOutcome.Done.plainly());
        assertThat(listing(spec))
                .contains(
                        "* LIST (\\Subscribed \\Drafts) \"/\" Entw&APw-rfe",
                        "* LIST (\\Subscribed \\Sent) \"/\" Gesendet",
                        "* LIST (\\Subscribed \\Trash) \"/\" Papierkorb",
                        "* LIST (\\Subscribed \\Junk) \"/\" Junk",
                        "* LIST (\\Subscribed \\Archive) \"/\" Archiv",
                        "* LIST (\\Subscribed) \"/\" Vorlagen");
    }

    @Test
    void mailboxWithoutFoldersIsAbsent() {
        UserSpec spec = newcomer();
        assertThat(read(spec)).isEqualTo(new TargetState.Absent());
    }

    @Test
    void mailboxFilledInEnglishKeepsItsFoldersAndSaysSo() {
        UserSpec spec = newcomer();
        try (ImapClient client = server.as(spec.userName().value())) {
            client.command("CREATE Drafts");
            client.command("CREATE \"Sent Items\"");
        }
        assertThat(create(spec))
                .isEqualTo(new StepOutcome.Done(
                        Map.of(Field.DRAFTS_FOLDER, List.of("Drafts"), Field.SENT_FOLDER, List.of("Sent Items"))));
        assertThat(String.join("\n", listing(spec)))
                .contains("Papierkorb")
                .doesNotContain("Gesendet")
                .doesNotContain("Entw");
        assertThat(((TargetState.Present) read(spec)).values(Field.SENT_FOLDER)).containsExactly("Sent Items");
    }

    @Test
    void halfMadeMailboxIsCompletedOnce() {
        UserSpec spec = newcomer();
        try (ImapClient client = server.as(spec.userName().value())) {
            client.command("CREATE Entw&APw-rfe");
            client.command("CREATE Gesendet");
            client.command("SUBSCRIBE Gesendet");
        }
        assertThat(create(spec)).isEqualTo(StepOutcome.Done.plainly());
        assertThat(listing(spec)).contains("* LIST (\\Subscribed \\Drafts) \"/\" Entw&APw-rfe");
        assertThat(listing(spec)).hasSize(8);
    }

    @Test
    void disabledPersonIsReachedByTheAdministrator() {
        UserSpec spec = Users.german(freshName());
        server.add(spec.userName().value(), "NONE");
        assertThat(create(spec)).isEqualTo(StepOutcome.Done.plainly());
    }

    @Test
    void creatingForSomebodyUnknownIsRefusedForHerAlone() {
        UserSpec known = newcomer();
        UserSpec unknown = Users.german(freshName());
        Map<ObjectKey, StepOutcome> outcomes = target.apply(
                List.of(new TargetPlan.Create(unknown, claims(unknown)), new TargetPlan.Create(known, claims(known))));
        assertThat(outcomes.get(known.key())).isEqualTo(StepOutcome.Done.plainly());
        StepOutcome.Failed failed = (StepOutcome.Failed) outcomes.get(unknown.key());
        assertThat(failed.problem().code()).isEqualTo(ErrorCode.IMAP_REFUSED);
        assertThat(failed.problem().reason()).contains(unknown.userName().value(), "AUTHORIZATIONFAILED");
    }

    @Test
    void wrongPasswordOfTheAdministratorStopsEverybody() {
        UserSpec spec = newcomer();
        try (ImapTarget refused = new ImapTarget(server.settings(new Quota.None(), "wrong"))) {
            assertThatThrownBy(() -> refused.read(List.of(spec.key())))
                    .isInstanceOfSatisfying(
                            TargetException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CREDENTIALS_REFUSED))
                    .hasMessageContaining("mailadmin")
                    .hasMessageNotContaining("wrong");
        }
    }

    @Test
    void manyAtOnceAreAllMade() {
        List<TargetPlan> plans = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            UserSpec spec = newcomer();
            plans.add(new TargetPlan.Create(spec, claims(spec)));
        }
        assertThat(target.apply(plans).values()).hasSize(100).containsOnly(StepOutcome.Done.plainly());
    }

    @Test
    void withoutAnAdministratorEverybodysMailboxIsMadeByHerOwnPassword() {
        UserSpec spec = newcomer();
        try (ImapTarget own = new ImapTarget(server.settingsOfPeople())) {
            assertThat(own.apply(List.of(new TargetPlan.Create(spec, claims(spec))))
                            .get(spec.key()))
                    .isEqualTo(StepOutcome.Done.plainly());
        }
        assertThat(listing(spec)).contains("* LIST (\\Subscribed \\Drafts) \"/\" Entw&APw-rfe");
    }

    /** The directory holds 50 MB for everybody; the command writes what the plan says. */
    @Test
    void aLimitIsSetByTheConfiguredCommandAndTakesEffectAtOnce() {
        UserSpec spec = newcomer().with(Field.QUOTA, List.of("7"));
        try (ImapTarget commanding = new ImapTarget(server.settings(new Quota.Doveadm(setLimit())))) {
            assertThat(commanding
                            .apply(List.of(new TargetPlan.Create(spec, claims(spec))))
                            .get(spec.key()))
                    .isEqualTo(StepOutcome.Done.plainly());
            assertThat(((TargetState.Present)
                                    commanding.read(List.of(spec.key())).get(spec.key()))
                            .values(Field.QUOTA))
                    .containsExactly("7");
        }
        try (ImapClient client = server.as(spec.userName().value())) {
            assertThat(String.join("\n", client.command("GETQUOTAROOT INBOX"))).contains("STORAGE 0 7168");
        }
    }

    @Test
    void whereTheServerTakesNoSetquotaThePersonIsToldAndNobodyElseIsHarmed() {
        UserSpec spec = newcomer();
        try (ImapTarget setting = new ImapTarget(server.settings(new Quota.SetQuota()))) {
            StepOutcome outcome = setting.apply(
                            List.of(new TargetPlan.Create(spec.with(Field.QUOTA, List.of("7")), claims(spec))))
                    .get(spec.key());
            assertThat(((StepOutcome.Failed) outcome).problem().reason()).contains("SETQUOTA");
        }
    }

    private static List<String> setLimit() {
        String modify = "printf 'dn: uid=%s,ou=people,%s\\nchangetype: modify\\nreplace: mailQuota\\nmailQuota: %sM\\n'"
                + " \"$0\" \"$LDAP_BASE_DN\" \"$1\""
                + " | ldapmodify -H \"$LDAP_URL\" -D \"$LDAP_BIND_DN\" -w \"$LDAP_BIND_PASSWORD\"";
        return List.of("bash", "-c", modify, "{user}", "{megabytes}");
    }

    private UserSpec newcomer() {
        UserSpec spec = Users.german(freshName());
        prepare(spec);
        return spec;
    }

    private StepOutcome create(UserSpec spec) {
        return target.apply(List.of(new TargetPlan.Create(spec, claims(spec)))).get(spec.key());
    }

    private TargetState read(UserSpec spec) {
        return target.read(List.of(spec.key())).get(spec.key());
    }

    private List<String> listing(UserSpec spec) {
        try (ImapClient client = server.as(spec.userName().value())) {
            return client.command(LISTING);
        }
    }
}
