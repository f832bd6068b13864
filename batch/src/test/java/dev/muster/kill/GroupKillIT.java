package dev.muster.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.kill.Trap.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import of groups is killed with SIGKILL and resumed; then everything is there, once, and the same feed is no work. */
@TestInstance(Lifecycle.PER_CLASS)
class GroupKillIT {
    private static final int KILLED = 137;
    private static final int ALL = Groups.GROUPS + Groups.RESOURCES + 1;
    private final long seed = System.nanoTime();
    private final AtomicInteger scenarios = new AtomicInteger();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "killed in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "planning            | STATE     | INSERT INTO muster_roster_claim | 1 | AFTER",
                "intents             | STATE     | INSERT INTO muster_intent       | 2 | AFTER",
                "between the targets | GROUPWARE | groups_member                   | 3 | BEFORE",
                "outcomes            | STATE     | INSERT INTO muster_outcome      | 2 | BEFORE"
            })
    void a_killed_import_of_groups_is_completed_by_resume(
            String when, Server server, String statement, int occurrence, Moment moment) throws Exception {
        try (Ground ground = ground()) {
            assertThat(ground.startImport().await().status()).isZero();
            Path feed = Files.writeString(ground.folder.resolve("groups.csv"), new Groups(ground.mark).csv());
            CompletableFuture<Program> program = new CompletableFuture<>();
            Trap trap = Trap.atText(statement, occurrence, moment, () -> kill(program));
            ground.proxy(server).set(trap);
            program.complete(ground.start("import", feed.toString()));
            Program.Result killed = program.join().await();
            assertThat(killed.status()).as(when + killed).isEqualTo(KILLED);
            List<String> claims = claims(ground);
            ground.awaitUnlocked();
            assertAllMade(ground, ground.start("resume").await());
            assertThat(claims(ground)).containsAll(claims);
            assertThat(ground.start("import", feed.toString()).await().out())
                    .contains("\"unchanged\":" + ALL)
                    .contains("\"created\":0,\"updated\":0");
        }
    }

    private static void assertAllMade(Ground ground, Program.Result result) throws Exception {
        assertThat(result.status()).as(result.toString()).isZero();
        assertThat(result.out()).contains("\"created\":" + ALL).contains("\"failed\":0,\"pending\":0");
        List<String> wanted = new Groups(ground.mark).wanted();
        assertThat(entries(ground)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(groups(ground)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(rows(ground.groupwareSchema(), "SELECT identifier FROM resource"))
                .hasSize(Groups.RESOURCES);
        assertThat(rows(ground.stateSchema(), "SELECT gid_number FROM muster_roster_claim WHERE kind = 'GROUP'"))
                .hasSize(Groups.GROUPS)
                .doesNotHaveDuplicates();
    }

    private Ground ground() throws Exception {
        return Ground.make(House.of(scenarios.get()), seed, scenarios.getAndIncrement(), folder);
    }

    private static boolean kill(CompletableFuture<Program> program) {
        program.join().kill();
        return false;
    }

    private static List<String> claims(Ground ground) throws SQLException {
        return rows(
                ground.stateSchema(),
                "SELECT CONCAT(kind, name, ' ', gid_number, ' ', principal_id) FROM muster_roster_claim");
    }

    private static List<String> groups(Ground ground) throws SQLException {
        return rows(
                ground.groupwareSchema(),
                "SELECT CONCAT(g.identifier, ': ', GROUP_CONCAT(l.uid ORDER BY l.uid)) FROM `groups` g"
                        + " JOIN groups_member m ON m.cid = g.cid AND m.id = g.id"
                        + " JOIN login2user l ON l.cid = m.cid AND l.id = m.member"
                        + " WHERE g.identifier LIKE 'g%" + ground.mark + "' GROUP BY g.identifier");
    }

    private static List<String> entries(Ground ground) throws LDAPException {
        List<String> entries = new ArrayList<>();
        try (LDAPConnection directory = Ground.directory()) {
            for (SearchResultEntry entry : directory
                    .search(ground.baseDn(), SearchScope.SUB, "(objectClass=posixGroup)")
                    .getSearchEntries()) {
                String members = Arrays.stream(entry.getAttributeValues("memberUid"))
                        .sorted()
                        .collect(Collectors.joining(","));
                entries.add(entry.getAttributeValue("cn") + ": " + members);
            }
        }
        return entries;
    }

    private static List<String> rows(String schema, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = Environment.database(schema);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
