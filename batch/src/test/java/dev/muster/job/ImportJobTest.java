package dev.muster.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ledger.Run;
import dev.muster.ledger.Totals;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.KnownNumbers;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportJobTest {
    private static final String HEADER = "username,surname,givenname,mail,language,password\n";

    @TempDir
    Path folder;

    private ImportFixture site;

    @BeforeEach
    void open() {
        site = new ImportFixture(folder);
    }

    @Test
    void bringsEverybodyIntoAllTargets() {
        Totals totals = site.imported(people(35));
        assertThat(totals.created()).isEqualTo(35);
        assertThat(totals.exact()).isTrue();
        assertThat(site.ldap.writes()).isEqualTo(35);
        assertThat(site.groupware.writes()).isEqualTo(35);
        assertThat(site.imap.writes()).isEqualTo(35);
    }

    @Test
    void changesNothingWhenTheSameFeedComesAgain() {
        site.imported(people(35));
        Totals again = site.imported(people(35));
        assertThat(again.unchanged()).isEqualTo(35);
        assertThat(site.ldap.writes()).isEqualTo(35);
    }

    @Test
    void keepsRefusedPeopleOutOfLaterTargets() {
        ObjectKey anna = ObjectKey.user(UserName.of("user7"));
        site.ldap.refuse(
                anna,
                new StepOutcome.Failed(
                        new Problem(new Origin("users.csv", 8, 7), ErrorCode.LDAP_REFUSED, "", "No.", "Ask.")));
        Totals totals = site.imported(people(35));
        assertThat(totals.created()).isEqualTo(34);
        assertThat(totals.failed()).isEqualTo(1);
        assertThat(site.groupware.read(List.of(anna)).get(anna)).isEqualTo(new TargetState.Absent());
    }

    @Test
    void makesTheRefusedPersonWholeInTheNextImport() {
        ObjectKey anna = ObjectKey.user(UserName.of("user7"));
        site.imap.refuse(
                anna,
                new StepOutcome.Failed(
                        new Problem(new Origin("users.csv", 8, 7), ErrorCode.IMAP_REFUSED, "", "No.", "Ask.")));
        site.imported(people(35));
        site.imap.accept(anna);
        Totals again = site.imported(people(35));
        assertThat(again.updated()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(34);
    }

    @Test
    void rejectsBadRowsAndTakesTheGoodOnes() {
        Totals totals = site.imported(people(20) + "an na,X,Y,bad mail,DE,pw\n" + "berta,B,Berta,b@test.tux,DE,pw\n");
        assertThat(totals.created()).isEqualTo(21);
        assertThat(totals.rejected()).isEqualTo(1);
        assertThat(totals.exact()).isTrue();
    }

    @Test
    void leavesSomebodyElsesUserAlone() {
        ObjectKey stranger = ObjectKey.user(UserName.of("user3"));
        site.ldap.put(stranger, Map.of(Field.SURNAME, List.of("Fremd")));
        Totals totals = site.imported(people(5));
        assertThat(totals.rejected()).isEqualTo(1);
        assertThat(totals.created()).isEqualTo(4);
        assertThat(site.ldap.read(List.of(stranger)).get(stranger))
                .isEqualTo(TargetState.Present.of(Map.of(Field.SURNAME, List.of("Fremd"))));
    }

    @Test
    void rejectsAnAddressThatSomebodyOutsideTheFeedHolds() {
        site.ldap.put(ObjectKey.user(UserName.of("old")), Map.of(Field.MAIL, List.of("USER2@test.tux")));
        assertThat(site.imported(people(5)).rejected()).isEqualTo(1);
    }

    @Test
    void rejectsTheNamesakeOfSomebodyDeletedWhoseMailboxWasKept() {
        site.imported(people(3));
        ObjectKey gone = ObjectKey.user(UserName.of("user2"));
        TargetPlan deletion = new TargetPlan.Delete(gone, new Origin("test", 0, 0), KnownNumbers.none(), false);
        List.of(site.ldap, site.groupware, site.imap).forEach(target -> target.apply(List.of(deletion)));
        site.ledger.claims().giveUp(UserName.of("user2"), Optional.of(""));
        Totals totals = site.imported(people(3));
        assertThat(totals.rejected()).isEqualTo(1);
        site.ledger.claims().giveUp(UserName.of("user2"), Optional.empty());
        assertThat(site.imported(people(3)).created()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItWasStopped() {
        String feed = people(35);
        Run run = site.begin(feed);
        StopSwitch stop = new StopSwitch();
        stop.stop();
        assertThat(site.execute(run, feed, stop)).isInstanceOf(Ending.Stopped.class);
        assertThat(site.execute(run, feed, new StopSwitch())).isInstanceOf(Ending.Complete.class);
        assertThat(site.totals(run).created()).isEqualTo(35);
    }

    @Test
    void findsNothingLeftToDoInARunThatWentThroughEveryStep() {
        String feed = people(5);
        Run run = site.begin(feed);
        site.execute(run, feed, new StopSwitch());
        assertThat(site.execute(run, feed, new StopSwitch())).isInstanceOf(Ending.Complete.class);
        assertThat(site.ldap.writes()).isEqualTo(5);
    }

    @Test
    void goesOnWhereNobodyKnowsHowTheLastCommitEnded() {
        String feed = people(35);
        Run run = site.begin(feed);
        StopSwitch stop = new StopSwitch();
        stop.stop();
        site.execute(run, feed, stop);
        site.loseTrack();
        assertThat(site.execute(run, feed, new StopSwitch())).isInstanceOf(Ending.Complete.class);
        assertThat(site.totals(run).created()).isEqualTo(35);
    }

    @Test
    void stopsWhenTooManyFail() {
        for (int i = 1; i <= 35; i++) {
            site.ldap.refuse(
                    ObjectKey.user(UserName.of("user" + i)),
                    new StepOutcome.Failed(
                            new Problem(new Origin("users.csv", i, i), ErrorCode.LDAP_REFUSED, "", "No.", "Ask.")));
        }
        String feed = people(35) + people(100).substring(people(35).length());
        Run run = site.begin(feed);
        assertThat(site.execute(run, feed, new StopSwitch())).isInstanceOf(Ending.Stopped.class);
        assertThat(site.totals(run).pending()).isPositive();
    }

    private static String people(int count) {
        StringBuilder feed = new StringBuilder(HEADER);
        for (int i = 1; i <= count; i++) {
            feed.append("user%d,Surname%d,Given,user%d@test.tux,DE,pw%d\n".formatted(i, i, i, i));
        }
        return feed.toString();
    }
}
