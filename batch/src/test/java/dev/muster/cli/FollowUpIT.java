package dev.muster.cli;

import static dev.muster.cli.RealSite.entry;
import static dev.muster.cli.RealSite.environment;
import static dev.muster.cli.RealSite.muster;
import static dev.muster.cli.RealSite.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.RealSite.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The administrator's commands hear of what an import wrote. */
class FollowUpIT {
    private static final String DATABASE = environment("DB_NAME_8");

    @TempDir
    Path folder;

    /** Names of this test alone. */
    private final String mark =
            "f" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);

    @Test
    void theNumbersOfThoseWhoChangedAreTold() throws Exception {
        Said said = run("exit 0", person("a", "yes") + person("b", "yes"));
        assertThat(said.status()).as(said.err()).isZero();
        String a = id("a");
        String b = id("b");
        assertThat(heard("change")).containsExactly("1 user " + a + " " + b + " all=" + a + "," + b);
        assertThat(heard("disable")).isEmpty();
        run("exit 0", person("a", "yes") + person("b", "yes").replace("Muster", "Gatter"));
        assertThat(heard("change")).hasSize(2).last().isEqualTo("1 user " + b + " all=" + b);
    }

    @Test
    void theNamesOfThoseWhoAreShutOutAreTold() throws Exception {
        run("exit 0", person("a", "yes") + person("b", "yes"));
        Said said = run("exit 0", person("a", "no") + person("b", "yes"));
        assertThat(said.out()).as(said.err()).contains("\"updated\":1");
        assertThat(heard("disable")).containsExactly(mark + "a");
    }

    @Test
    void aCommandThatFailsIsAWarningAndCostsNobody() throws Exception {
        Said said = run("echo no cache; exit 3", person("a", "yes"));
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("\"created\":1").contains("\"failed\":0");
        assertThat(entry(mark + "a")).isNotNull();
        assertThat(said.err()).doesNotContain("To correct");
        Path page = Path.of(said.err().replaceAll("(?s).*Report: (\\S+).*", "$1"));
        assertThat(Files.readString(page.resolveSibling("results.csv")))
                .contains("created", "FOLLOW_UP_FAILED", "ended with 3: no cache", "Run it by hand for " + id("a"));
    }

    @Test
    void theNumbersOfGroupsAreTold() throws Exception {
        run("exit 0", person("a", "yes"));
        Path groups =
                Files.writeString(folder.resolve("groups.csv"), "groupname,members\n" + mark + "g," + mark + "a\n");
        Said said = muster("import", "--json", "--config", configuration("exit 0"), groups.toString());
        assertThat(said.status()).as(said.err()).isZero();
        String group = rows(DATABASE, "SELECT id FROM `groups` WHERE identifier = ?", mark + "g")
                .get(0);
        assertThat(heard("change")).last().isEqualTo("1 group " + group + " all=" + group);
    }

    @Test
    void whoGetsASharedAccountIsTold() throws Exception {
        run("exit 0", person("a", "yes"));
        Path accounts = Files.writeString(
                folder.resolve("accounts.csv"),
                "accountname,primaryaddress,users\n%1$si,%1$si@test.tux,%1$sa\n".formatted(mark));
        Said said = muster("import", "--json", "--config", configuration("exit 3"), accounts.toString());
        assertThat(said.status()).as(said.err() + said.complaints()).isZero();
        assertThat(heard("change")).last().isEqualTo("1 user " + id("a") + " all=" + id("a"));
        assertThat(heard("change")).hasSize(2);
    }

    private Said run(String ending, String people) throws Exception {
        Path feed = Files.writeString(
                folder.resolve("people.csv"),
                "employeenumber,username,surname,givenname,mail,language,password,activated\n" + people);
        return muster("import", "--json", "--config", configuration(ending), feed.toString());
    }

    private String person(String name, String activated) {
        String user = mark + name;
        return "N%1$s,%1$s,Muster,Eva %1$s,%1$s@test.tux,DE,geheim-%1$s,%2$s\n".formatted(user, activated);
    }

    private String configuration(String ending) throws Exception {
        String text = Files.readString(Path.of(environment("MUSTER_CONFIG")))
                .replace(
                        "  context: 1\n",
                        "  context: 1\n  afterChange: [" + script("change", ending)
                                + ", \"{context}\", \"{kind}\", \"{ids}\", \"all={ids}\"]\n")
                .replace(
                        "  admin: mailadmin\n",
                        "  admin: mailadmin\n  afterDisable: [" + script("disable", ending) + ", \"{usernames}\"]\n");
        return Files.writeString(folder.resolve("muster.yaml"), text + "limits: {partitions: 1}\n")
                .toString();
    }

    /** Writes a line with its arguments into a file. */
    private Path script(String name, String ending) throws Exception {
        Path script = folder.resolve(name + ".sh");
        Files.writeString(script, "#!/bin/sh\necho \"$@\" >>" + folder.resolve(name) + "\n" + ending + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> heard(String name) throws Exception {
        Path said = folder.resolve(name);
        return Files.exists(said) ? Files.readAllLines(said) : List.of();
    }

    private String id(String name) throws Exception {
        return rows(DATABASE, "SELECT id FROM login2user WHERE uid = ?", mark + name)
                .get(0);
    }
}
