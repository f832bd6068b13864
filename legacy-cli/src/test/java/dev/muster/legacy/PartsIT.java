package dev.muster.legacy;

import static dev.muster.legacy.Servers.call;
import static dev.muster.legacy.Servers.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.Muster;
import dev.muster.legacy.Servers.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts make the whole, and an option of a call is a column of a feed: seen in dumps of all three back-ends. */
class PartsIT {
    private static final String[] OPTIONS = {
        "--language=DE",
        "--globaladdressbook=yes",
        "--changepasswd=yes",
        "--disable=calendar,knowledge",
        "--quota=50",
        "--timezone=Europe/Vienna",
        "--country=AT",
        "--ox_user_create_imap_template=DE_Thunderbird"
    };

    private static final Map<String, List<String>> SITES = Map.of(
            "MUSTER_CONFIG", List.of("--imap=dovecot", "--database=ox_8"),
            "MUSTER_CONFIG_CYRUS", List.of("--imap=cyrus", "--database=ox_8"),
            "MUSTER_CONFIG_7106", List.of("--imap=dovecot", "--database=ox_7106"));

    private final String mark = Servers.mark();

    @TempDir
    Path folder;

    @Test
    void everyOrderOfThePartsEndsEqualToOneCall() throws Exception {
        List<List<String>> orders = List.of(
                List.of("sql", "groupware", "imap"),
                List.of("sql", "imap", "groupware"),
                List.of("groupware", "sql", "imap"),
                List.of("groupware", "imap", "sql"),
                List.of("imap", "sql", "groupware"),
                List.of("imap", "groupware", "sql"));
        List<String> people = new ArrayList<>(List.of(mark + "z"));
        make(mark + "z", "");
        for (List<String> order : orders) {
            String name = mark + (char) ('a' + people.size());
            people.add(name);
            make(name, "ldap");
            order.forEach(part -> make(name, part));
        }
        List<String> dump = Servers.dump(List.of(), people);
        assertThat(Servers.of(mark + "z", dump)).hasSizeGreaterThan(60);
        people.forEach(name -> assertThat(Servers.of(name, dump)).isEqualTo(Servers.of(mark + "z", dump)));
    }

    @Test
    void partsTakeWhatTheyAreNotToldFromTheEntry() throws Exception {
        make(mark, "ldap");
        for (String part : List.of("sql", "groupware", "imap")) {
            Said said = call("adduser", "--username=" + mark, "--source_only=" + part);
            assertThat(said.status()).as(said.err()).isZero();
        }
        assertThat(Servers.column("prg_contacts", "userid", "field03", mark)).containsExactly("Eva" + mark);
        assertThat(Servers.column("user", "id", "timeZone", mark)).containsExactly("Europe/Vienna");
        assertThat(Servers.column("oxfolder_tree", "created_from", "fname", mark))
                .contains("Kalender");
        assertThat(Servers.folders(mark, "geheim")).contains("Entwürfe");
    }

    @Test
    void withoutAnEntryThePartsWriteNothing() throws Exception {
        for (String part : List.of("sql", "groupware", "imap")) {
            Said said = call("adduser", "--username=" + mark, "--source_only=" + part);
            assertThat(said.status()).isEqualTo(5);
            assertThat(said.err()).contains("no entry of " + mark).contains("--source_only=ldap");
        }
        assertThat(Servers.rows(Servers.DATABASE, "SELECT id FROM login2user WHERE uid = ?", mark))
                .isEmpty();
    }

    @Test
    void aPartThatIsThereIsNotMadeAgain() {
        make(mark, "");
        for (String part : List.of("ldap", "sql", "groupware", "imap")) {
            assertThat(call("adduser", whole(mark, part)).status()).isEqualTo(5);
        }
    }

    @Test
    void aStateStoreInAFileIsDoneWithout() throws Exception {
        Path configuration = Servers.configuration(
                "MUSTER_CONFIG",
                "jdbc:mariadb://127.0.0.1:" + Servers.environment("DB_PORT") + "/muster",
                "jdbc:h2:" + folder.resolve("state"));
        String site = "--config=" + configuration;
        List<String> people = List.of(mark + "a", mark + "b", mark + "c");
        assertThat(call("adduser", whole(people.get(0), "", site)).status()).isZero();
        Said again = call("adduser", whole(people.get(0), "", site));
        assertThat(again.status()).isEqualTo(5);
        assertThat(again.err()).contains("exists already");
        for (String part : List.of("ldap", "sql", "groupware", "imap")) {
            assertThat(call("adduser", whole(people.get(1), part, site)).status())
                    .isZero();
        }
        for (String part : List.of("ldap", "imap", "groupware", "sql")) {
            assertThat(call("adduser", whole(people.get(2), part, site)).status())
                    .isZero();
        }
        List<String> dump = Servers.dump(List.of(), people);
        people.forEach(name -> assertThat(Servers.of(name, dump)).isEqualTo(Servers.of(people.get(0), dump)));
    }

    @Test
    void aCallEqualsARowOfAFeedAtEverySite() throws Exception {
        for (Map.Entry<String, List<String>> site : SITES.entrySet()) {
            String letter = site.getKey().substring(site.getKey().length() - 1).toLowerCase(Locale.ROOT);
            String called = mark + letter + "a";
            String fed = mark + letter + "b";
            String configuration = Servers.environment(site.getKey());
            Said said = call("adduser", whole(called, "", "--config=" + configuration));
            assertThat(said.status()).as(said.err()).isZero();
            assertThat(Muster.run(
                            "import", "--config=" + configuration, feed(fed).toString()))
                    .isZero();
            List<String> dump = Servers.dump(site.getValue(), List.of(called, fed));
            assertThat(Servers.of(called, dump)).hasSizeGreaterThan(60).isEqualTo(Servers.of(fed, dump));
        }
    }

    @Test
    void aLaterImportKnowsThePersonAsOurs() throws Exception {
        make(mark, "");
        String feed = Files.readString(feed(mark)).replace("Martin", "Gatter");
        Path changed = Files.writeString(folder.resolve("changed.csv"), feed);
        assertThat(Muster.run("import", changed.toString())).isZero();
        assertThat(Servers.values(mark, "sn")).containsExactly("Gatter");
    }

    private static void make(String name, String part) {
        Said said = call("adduser", whole(name, part));
        assertThat(said.status()).as(name + " " + part + " " + said.err()).isZero();
    }

    private static String[] whole(String name, String part, String... more) {
        List<String> options = new ArrayList<>(List.of(person(name, OPTIONS)));
        options.add("--alias=x" + name + "@test.tux");
        options.add("--givenname=Eva" + name);
        if (!part.isEmpty()) {
            options.add("--source_only=" + part);
        }
        options.addAll(List.of(more));
        return options.toArray(String[]::new);
    }

    private Path feed(String name) throws Exception {
        List<String> header = new ArrayList<>();
        List<String> row = new ArrayList<>();
        for (String option : whole(name, "")) {
            header.add(option.substring(2, option.indexOf('=')));
            row.add("\"" + option.substring(option.indexOf('=') + 1) + "\"");
        }
        return Files.write(
                folder.resolve(name + ".csv"),
                Stream.of(header, row).map(cells -> String.join(",", cells)).toList());
    }
}
