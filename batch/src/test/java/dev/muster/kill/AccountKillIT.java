package dev.muster.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kill.Trap.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An import of shared accounts is killed with SIGKILL and resumed; then everything is there, once, and the same feed is no
 * work.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AccountKillIT {
    private static final int KILLED = 137;
    private final long seed = System.nanoTime();
    private final AtomicInteger scenarios = new AtomicInteger();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "killed in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "planning            | STATE     | INSERT INTO muster_account  | 1  | AFTER",
                "intents             | STATE     | INSERT INTO muster_intent   | 2  | AFTER",
                "rights              | IMAP      | SETACL                      | 30 | AFTER",
                "rows                | GROUPWARE | INSERT INTO user_mail_account | 2 | BEFORE",
                "outcomes            | STATE     | INSERT INTO muster_outcome  | 2  | BEFORE"
            })
    void a_killed_import_of_accounts_is_completed_by_resume(
            String when, Server server, String statement, int occurrence, Moment moment) throws Exception {
        try (Ground ground = Ground.make(House.of(scenarios.get()), seed, scenarios.getAndIncrement(), folder)) {
            assertThat(ground.startImport().await().status()).isZero();
            imported(ground, "groups.csv", new Groups(ground.mark).csv());
            Path feed = Files.writeString(ground.folder.resolve("accounts.csv"), new SharedBoxes(ground.mark).csv());
            CompletableFuture<Program> program = new CompletableFuture<>();
            ground.proxy(server).set(Trap.atText(statement, occurrence, moment, () -> kill(program)));
            program.complete(ground.start("import", feed.toString()));
            Program.Result killed = program.join().await();
            assertThat(killed.status()).as(when + killed).isEqualTo(KILLED);
            List<String> numbers = numbers(ground);
            ground.awaitUnlocked();
            assertAllMade(ground, ground.start("resume").await());
            assertThat(numbers(ground)).containsAll(numbers).doesNotHaveDuplicates();
            assertThat(ground.start("import", feed.toString()).await().out())
                    .contains("\"unchanged\":" + SharedBoxes.COUNT)
                    .contains("\"created\":0,\"updated\":0");
        }
    }

    private static void imported(Ground ground, String name, String text) throws Exception {
        Path feed = Files.writeString(ground.folder.resolve(name), text);
        Program.Result result = ground.start("import", feed.toString()).await();
        assertThat(result.status()).as(result.toString()).isZero();
    }

    private static void assertAllMade(Ground ground, Program.Result result) throws Exception {
        assertThat(result.status()).as(result.toString()).isZero();
        assertThat(result.out()).contains("\"created\":" + SharedBoxes.COUNT).contains("\"failed\":0,\"pending\":0");
        SharedBoxes boxes = new SharedBoxes(ground.mark);
        assertThat(rows(
                        ground.groupwareSchema(),
                        "SELECT CONCAT(m.primary_addr, ' ', l.uid, IF(t.id IS NULL, ' -', ' smtp'))"
                                + " FROM user_mail_account m JOIN login2user l ON l.cid = m.cid AND l.id = m.`user`"
                                + " LEFT JOIN user_transport_account t ON t.cid = m.cid AND t.id = m.id"
                                + " AND t.`user` = m.`user` WHERE m.secondary = 1"))
                .containsExactlyInAnyOrderElementsOf(boxes.rows());
        assertThat(rows(ground.stateSchema(), "SELECT CONCAT(address, ' ', login) FROM muster_sender_map"))
                .containsExactlyInAnyOrderElementsOf(boxes.senders());
    }

    private static boolean kill(CompletableFuture<Program> program) {
        program.join().kill();
        return false;
    }

    /** The numbers that members' accounts have. */
    private static List<String> numbers(Ground ground) throws SQLException {
        return rows(
                ground.groupwareSchema(),
                "SELECT CONCAT(primary_addr, ' ', `user`, ' ', id) FROM user_mail_account WHERE secondary = 1");
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
