package dev.muster.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a replay comes to is what its calls come to one by one: the status of each, and everything in directory, groupware
 * and mail. {@code -Dmuster.replay.files=200} tries more random files, {@code -Dmuster.replay.seed=...} the same again.
 */
class ReplayIT {
    private static final String ACCOUNT =
            "createsecondaryaccount -A mailadmin -P secret -c 1 --groups 0 -e %help@test.tux ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(House.class)
    void everyCommandReplayedLeavesWhatItLeavesAlone(House house) throws Exception {
        assertParity(
                house,
                List.of(
                        person("anna") + " --language=DE",
                        "/usr/sbin/" + person("bert"),
                        person("carl"),
                        "setquota --username=%bert --quotasize=50",
                        "changepasswd --username=%bert --password=neu",
                        "addgroup --groupname=%sales --members=%anna",
                        "addmembers2group --groupname=%sales --members=%bert,%carl",
                        "delmembersfromgroup --groupname=%sales --members=%anna",
                        "addgroup --groupname=%gone --members=%anna",
                        "addresource --resourcename=%room --mail=%room@test.tux",
                        "addresource --resourcename=%car",
                        "addresourcegroup --resourcegroupname=%rooms --members=%room",
                        "addmembers2resgroup --resourcegroupname=%rooms --members=%car",
                        "delmembersfromresgroup --resourcegroupname=%rooms --members=%room",
                        "delgroup --groupname=%gone",
                        "delresource --resourcename=%room",
                        "deluser --username=%carl",
                        person("carl") + " --source_only=ldap",
                        "adduser --username=%carl --source_only=imap --password=geheim",
                        "adduser --username=%carl --source_only=sql --password=geheim",
                        "adduser --username=%carl --source_only=groupware --password=geheim",
                        "delresourcegroup --resourcegroupname=%rooms",
                        ACCOUNT
                                + "--name Help --login %help --mail-endpoint-source primary --transport-endpoint-source primary",
                        person("late"),
                        ACCOUNT,
                        "updatesecondaryaccount -A mailadmin -P secret -c 1 --groups 0 -e %help@test.tux --name Helpers",
                        "deletesecondaryaccount -A mailadmin -P secret -c 1 --users 2 -e %help@test.tux",
                        "listsecondaryaccount -A mailadmin -P secret -c 1",
                        "adduser --help"));
    }

    @ParameterizedTest
    @EnumSource(House.class)
    void aCallThatWouldFailAtItsPlaceIsRejectedAlike(House house) throws Exception {
        assertParity(
                house,
                List.of(
                        person("dora"),
                        person("dora"),
                        person("emil") + " --mail=%dora@test.tux",
                        person("emil").replace("mail=%emil@", "mail=%dora@"),
                        person("emil") + " --surname=Twice",
                        person("emil") + " --nosuchthing=1",
                        person("emil") + " --language=Klingon",
                        person("emil") + " --disable=coffee",
                        "adduser --username=%emil",
                        "adduser",
                        "setquota --username=%nobody --quotasize=5",
                        "setquota --username=%dora --quotasize=much",
                        "setquota --username=oxadmin --quotasize=1",
                        "changepasswd --username=%nobody --password=neu",
                        "adduser --adminuser=mailadmin --adminpasswd=wrong --username=%emil",
                        person("emil").replace("adduser ", "adduser --adminuser=nobody --adminpasswd=secret "),
                        "addgroup --groupname=%g --members=%nobody",
                        "addgroup --groupname=%g --members=%dora",
                        "addgroup --groupname=%g --members=%dora",
                        "addmembers2group --groupname=%g --members=%dora",
                        "addmembers2group --groupname=%none --members=%dora",
                        "delmembersfromgroup --groupname=%g --members=%dora",
                        "delgroup --groupname=users",
                        "delgroup --groupname=%none",
                        "addresource --resourcename=%r --mail=%dora@test.tux",
                        "addresource --resourcename=%r --available=perhaps",
                        "delresource --resourcename=%r",
                        "deluser --username=%nobody",
                        "adduser --username=%nobody --source_only=sql",
                        "adduser stray"));
    }

    @Test
    void randomFilesComeToWhatTheirCallsComeToOneByOne() throws Exception {
        long seed = Long.getLong("muster.replay.seed", System.nanoTime());
        int files = Integer.getInteger("muster.replay.files", 20);
        System.out.println("Random calls are drawn with -Dmuster.replay.seed=" + seed);
        Map<House, List<ReplayGround>> grounds = new EnumMap<>(House.class);
        for (House house : House.values()) {
            grounds.put(house, List.of(ground(house), ground(house)));
        }
        try {
            for (int file = 0; file < files; file++) {
                List<ReplayGround> both =
                        Objects.requireNonNull(grounds.get(House.values()[file % House.values().length]));
                List<String> lines = new RandomCalls(new Random(seed + file)).lines();
                assertParity(both.get(0), both.get(1), lines, "file " + file + " of seed " + seed);
            }
        } finally {
            for (List<ReplayGround> both : grounds.values()) {
                both.get(0).close();
                both.get(1).close();
            }
        }
    }

    @Test
    void rejectedCallsAreAFileOfCallsWithoutTheAdministratorsPassword() throws Exception {
        try (ReplayGround ground = ground(House.DOVECOT_AND_LAYOUT_8)) {
            Path file = ground.file(List.of(
                    person("dora"),
                    person("dora"),
                    "adduser --adminuser=mailadmin --adminpasswd=Fa1se --username=%emil --password='ge heim' --surname=X",
                    "su -c 'adduser --adminpasswd=secret' | cat",
                    "setquota --adminuser=mailadmin --adminpasswd secret --username=$NAME --quotasize=1"));
            assertThat(ground.replay(file)).containsExactly(0, 5, 64, 64, 64);
            Path rejects = ground.report("rejects.sh");
            assertThat(Files.getPosixFilePermissions(rejects)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.readString(rejects)).doesNotContain("secret").doesNotContain("Fa1se");
            assertThat(Files.readAllLines(rejects))
                    .contains("adduser --adminuser=mailadmin --adminpasswd-file=ADMINPASSWD_FILE --username=%emil"
                                    .replace("%", ground.mark)
                            + " --password='ge heim' --surname=X");
            assertCorrected(ground, rejects);
        }
    }

    private void assertCorrected(ReplayGround ground, Path rejects) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        String corrected = Files.readString(rejects)
                .replace("ADMINPASSWD_FILE", password.toString())
                .replace("--surname=X", "--surname=X --mail=x@test.tux --colocrouteaddr=x@localhost");
        Path again = Files.writeString(folder.resolve("again.sh"), corrected);
        assertThat(ground.replay(again)).containsExactly(5, 0, 64, 64);
    }

    private void assertParity(House house, List<String> calls) throws Exception {
        try (ReplayGround bulk = ground(house);
                ReplayGround single = ground(house)) {
            assertParity(bulk, single, calls, "the calls");
        }
    }

    private static void assertParity(ReplayGround bulk, ReplayGround single, List<String> calls, String what)
            throws Exception {
        List<Integer> expected = single.oneByOne(calls);
        List<Integer> found = bulk.replay(bulk.file(calls));
        assertThat(without(told(calls, found), told(calls, expected)))
                .as("%s", what)
                .isEmpty();
        List<String> passwords =
                RandomCalls.PEOPLE.stream().map(name -> name + "\tneu").toList();
        String all = what + "\n" + String.join("\n", told(calls, found));
        List<String> after = bulk.picture(passwords);
        List<String> wanted = single.picture(passwords);
        assertThat(without(after, wanted)).as("too much after %s", all).isEmpty();
        assertThat(without(wanted, after)).as("missing after %s", all).isEmpty();
    }

    private static List<String> without(List<String> these, List<String> those) {
        List<String> rest = new ArrayList<>(these);
        those.forEach(rest::remove);
        return rest;
    }

    private static List<String> told(List<String> calls, List<Integer> statuses) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < Math.max(calls.size(), statuses.size()); i++) {
            told.add((i < statuses.size() ? statuses.get(i) : "?") + " " + (i < calls.size() ? calls.get(i) : "?"));
        }
        return told;
    }

    static String person(String name) {
        return "adduser --username=%" + name + " --password=geheim --surname=Martin --mail=%" + name
                + "@test.tux --colocrouteaddr=%" + name + "@localhost";
    }

    private ReplayGround ground(House house) throws Exception {
        return ReplayGround.make(
                house, Servers.mark().toLowerCase(java.util.Locale.ROOT).substring(0, 6) + "x", folder);
    }
}
