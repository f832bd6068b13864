package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CyrusTargetIT implements TargetContract {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    private final List<String> names = new ArrayList<>();
    private final RealServer server = RealServer.cyrus();
    private final ImapTarget target = new ImapTarget(server.settings(new Quota.SetQuota()));

    @AfterEach
    void removeWhatWasMade() {
        target.close();
        try (ImapClient administrator = server.as("")) {
            for (String name : names) {
                String mailbox = "user/" + name.toLowerCase(Locale.ROOT);
                administrator.command("SETACL " + mailbox + " mailadmin c");
                administrator.command("DELETE " + mailbox);
            }
        }
        server.close();
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Claims claims(UserSpec spec) {
        return Users.claims(spec, 1);
    }

    @Override
    public String freshName() {
        String name = "Cora." + RUN + "-" + NUMBER.incrementAndGet();
        names.add(name);
        return name;
    }

    @Override
    public FieldChange sampleChange() {
        return new FieldChange(Field.QUOTA, List.of("50"), List.of("70"));
    }

    @Test
    void newMailboxHasItsFoldersSubscribedFlaggedAndLimited() {
        UserSpec spec = Users.german(freshName());
        assertThat(create(spec)).isEqualTo(StepOutcome.Done.plainly());
        try (ImapClient client = as(spec)) {
            assertThat(client.command("LIST \"\" \"*\" RETURN (SUBSCRIBED SPECIAL-USE)"))
                    .anyMatch(line -> line.matches(".*Subscribed.*Drafts\\) \"/\" Entw&APw-rfe"))
                    .anyMatch(line -> line.matches(".*Subscribed.*Sent\\) \"/\" Gesendet"))
                    .anyMatch(line -> line.matches(".*Subscribed.*Archive\\) \"/\" Archiv"))
                    .anyMatch(line -> line.matches(".*Subscribed[^)]*\\) \"/\" Vorlagen"));
            assertThat(client.command("GETQUOTAROOT INBOX")).contains("* QUOTA INBOX (STORAGE 0 51200)");
        }
    }

    @Test
    void mailboxFilledInEnglishKeepsItsFoldersAndSaysSo() {
        UserSpec spec = Users.german(freshName());
        try (ImapClient administrator = server.as("")) {
            String mailbox = "user/" + spec.userName().folded();
            administrator.command("CREATE " + mailbox);
            administrator.command("CREATE " + mailbox + "/Drafts");
        }
        assertThat(create(spec)).isEqualTo(new StepOutcome.Done(Map.of(Field.DRAFTS_FOLDER, List.of("Drafts"))));
        assertThat(((TargetState.Present) read(spec)).values(Field.DRAFTS_FOLDER))
                .containsExactly("Drafts");
    }

    @Test
    void limitOfZeroIsNone() {
        UserSpec spec = Users.german(freshName());
        create(spec);
        FieldChange none = new FieldChange(Field.QUOTA, List.of("50"), List.of("0"));
        assertThat(target.apply(List.of(new TargetPlan.Change(spec, claims(spec), List.of(none))))
                        .values())
                .containsExactly(StepOutcome.Done.plainly());
        assertThat(((TargetState.Present) read(spec)).values(Field.QUOTA)).containsExactly("0");
    }

    @Test
    void wrongPasswordOfTheAdministratorStopsEverybody() {
        try (ImapTarget refused = new ImapTarget(server.settings(new Quota.None(), "wrong"))) {
            UserSpec spec = Users.german(freshName());
            assertThatThrownBy(() -> refused.apply(List.of(new TargetPlan.Create(spec, claims(spec)))))
                    .isInstanceOfSatisfying(
                            TargetException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CREDENTIALS_REFUSED));
        }
    }

    private ImapClient as(UserSpec spec) {
        return server.as(spec.userName().folded());
    }

    private StepOutcome create(UserSpec spec) {
        return target.apply(List.of(new TargetPlan.Create(spec, claims(spec)))).get(spec.key());
    }

    private TargetState read(UserSpec spec) {
        return target.read(List.of(spec.key())).get(spec.key());
    }
}
