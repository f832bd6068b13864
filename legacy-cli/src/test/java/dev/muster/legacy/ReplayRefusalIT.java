package dev.muster.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a back-end refuses in bulk is taken back and done one by one, and then ends as it would have alone. */
class ReplayRefusalIT {
    @TempDir
    private Path folder;

    @Test
    void whomTheGroupwareRefusesIsTakenBackWithHerCallsOnly() throws Exception {
        assertParity(
                "BEFORE INSERT ON user_setting_mail FOR EACH ROW IF NEW.send_addr = '%bad@test.tux'",
                List.of(),
                List.of(
                        ReplayIT.person("good"),
                        ReplayIT.person("bad"),
                        "setquota --username=%bad --quotasize=5",
                        "addgroup --groupname=%mixed --members=%good",
                        "addmembers2group --groupname=%mixed --members=%bad",
                        "addgroup --groupname=%none --members=%bad",
                        "addgroup --groupname=%fine --members=%good"),
                List.of(0, 1, 5, 0, 5, 5, 0));
    }

    @Test
    void whomTheMailStoreRefusesIsTakenBackEverywhere() throws Exception {
        assertParity(
                "",
                List.of(),
                List.of(
                        ReplayIT.person("good"),
                        ReplayIT.person("bad") + " --mail_folders=a//b",
                        "setquota --username=%bad --quotasize=5"),
                List.of(0, 1, 5));
    }

    @Test
    void aGroupThatTheGroupwareRefusesIsTakenBackInTheDirectory() throws Exception {
        assertParity(
                "BEFORE INSERT ON `groups` FOR EACH ROW IF NEW.identifier = '%bad'",
                List.of(ReplayIT.person("good")),
                List.of(
                        "addgroup --groupname=%bad --members=%good",
                        "addgroup --groupname=%fine --members=%good",
                        "delmembersfromgroup --groupname=%bad --members=%good"),
                List.of(1, 0, 5));
    }

    @Test
    void aRefusedPasswordIsTheOldOneAgain() throws Exception {
        assertParity(
                "BEFORE UPDATE ON `user` FOR EACH ROW IF OLD.mail = '%bad@test.tux'",
                List.of(ReplayIT.person("good"), ReplayIT.person("bad")),
                List.of(
                        "changepasswd --username=%bad --password=neu",
                        "setquota --username=%bad --quotasize=7", "changepasswd --username=%good --password=neu"),
                List.of(1, 0, 0));
    }

    @Test
    void aWrongCallForAccountsEndsAsAlone() throws Exception {
        try (ReplayGround ground = ground()) {
            ground.replay(ground.file(List.of(
                    "deletesecondaryaccount -A mailadmin -P wr0ng -c 1 --users 2 -e %x@test.tux",
                    "createsecondaryaccount -A mailadmin -P secret -c 1 --users 2 -e %x@test.tux",
                    "createsecondaryaccount -A mailadmin -P secret -c 7 --users 2 -e %x@test.tux --login x --name X",
                    "updatesecondaryaccount -A mailadmin --adminpass secret -c 1 --users 999 -e %x@test.tux --name X",
                    "listsecondaryaccount -A mailadmin -P secret")));
            List<String> rejects = Files.readAllLines(ground.report("rejects.sh"));
            assertThat(rejects.stream()
                            .filter(line -> line.startsWith("# calls"))
                            .map(line -> line.replaceAll(".*exit status (\\d+)\\.", "$1")))
                    .containsExactly("101", "104", "102", "108", "104");
            assertThat(rejects)
                    .contains(
                            "updatesecondaryaccount -A mailadmin --adminpass-file=ADMINPASSWD_FILE -c 1 --users 999 -e "
                                    + ground.mark + "x@test.tux --name X")
                    .noneMatch(line -> line.contains("secret") || line.contains("wr0ng"));
        }
    }

    private void assertParity(String refusal, List<String> before, List<String> calls, List<Integer> statuses)
            throws Exception {
        try (ReplayGround bulk = ground();
                ReplayGround single = ground()) {
            for (ReplayGround ground : List.of(bulk, single)) {
                assertThat(ground.oneByOne(before)).allMatch(status -> status == 0);
                if (!refusal.isEmpty()) {
                    Servers.execute(
                            ground.groupware(),
                            "CREATE TRIGGER refuse " + refusal.replace("%", ground.mark)
                                    + " THEN SIGNAL SQLSTATE '45000'; END IF");
                }
            }
            assertThat(single.oneByOne(calls)).isEqualTo(statuses);
            assertThat(bulk.replay(bulk.file(calls))).isEqualTo(statuses);
            List<String> passwords = List.of("%good\tgeheim", "%bad\tgeheim");
            assertThat(withoutTombstones(bulk.picture(passwords)))
                    .isEqualTo(withoutTombstones(single.picture(passwords)));
        }
    }

    /** Whoever is made in bulk, and then by herself, and taken back both times, leaves two. */
    private static List<String> withoutTombstones(List<String> picture) {
        return picture.stream().filter(line -> !line.startsWith("row del_")).toList();
    }

    private ReplayGround ground() throws Exception {
        String mark = Servers.mark().toLowerCase(Locale.ROOT).substring(0, 6) + "x";
        return ReplayGround.make(House.DOVECOT_AND_LAYOUT_8, mark, folder);
    }
}
