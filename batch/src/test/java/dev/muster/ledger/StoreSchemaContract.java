package dev.muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a state store's tables go through, wherever they are. */
interface StoreSchemaContract {
    /** A database of this test's own, still empty. */
    DataSource store();

    @Test
    default void aNewStoreHasTheNewestForm() throws SQLException {
        Ledger.open(store());
        try (Connection connection = store().getConnection()) {
            assertThat(new StoreSchema(connection).version()).isEqualTo(StoreSchema.NEWEST);
        }
        assertThat(Ledger.existing(store())).isPresent();
    }

    @Test
    default void askingWhereThereIsNoStoreMakesNone() throws SQLException {
        assertThat(Ledger.existing(store())).isEmpty();
        try (Connection connection = store().getConnection()) {
            assertThat(new StoreSchema(connection).exists()).isFalse();
        }
    }

    @Test
    default void aStoreOfBeforeThereWereNumbersIsBroughtUpToDateWithWhatIsInIt() throws SQLException {
        execute(earlierStore());
        Ledger ledger = Ledger.open(store());
        RecordedClaim claim = ledger.claims().find("hr", List.of("4711")).get("4711");
        assertThat(claim.given()).isEqualTo(Map.of(Field.ALIAS, List.of("a@example.org", "b@example.org")));
        assertThat(ledger.claims().find("hr", List.of("4712")).get("4712").given())
                .isEmpty();
        assertThat(ledger.plans().toApply(1, ObjectKey.Kind.USER, -1, 9, 10))
                .containsExactly(new PlanRow(0, 2, ObjectKey.Kind.USER, "4711", "anna", PlanKind.CREATE, List.of()));
        ledger.plans()
                .insert(1, List.of(new PlanRow(1, 3, ObjectKey.Kind.GROUP, "", "sales", PlanKind.CREATE, List.of())));
        assertThat(ledger.plans().toApply(1, ObjectKey.Kind.GROUP, -1, 9, 10)).hasSize(1);
    }

    @Test
    default void whoWasKilledWhileBringingAStoreUpToDateDoesItAgain() throws SQLException {
        execute(earlierStore());
        Ledger.open(store());
        execute(List.of("DELETE FROM muster_schema"));
        Map<Field, List<String>> given = Ledger.open(store())
                .claims()
                .find("hr", List.of("4711"))
                .get("4711")
                .given();
        assertThat(given).isEqualTo(Map.of(Field.ALIAS, List.of("a@example.org", "b@example.org")));
    }

    @Test
    default void aOneShotCommandBringsAStoreUpToDateToo() throws SQLException {
        execute(earlierStore());
        try (OneShotStore store = new OneShotStore(store().getConnection())) {
            assertThat(store.claims().find("hr", List.of("4711"))).hasSize(1);
        }
        assertThat(Ledger.existing(store())).isPresent();
    }

    @Test
    default void whatOnlyReadsLeavesAnEarlierStoreAsItIsAndSaysWhatToDo() throws SQLException {
        execute(earlierStore());
        assertThatThrownBy(() -> Ledger.existing(store()))
                .isInstanceOf(StoreVersionException.class)
                .hasMessageContaining("muster upgrade");
        try (Connection connection = store().getConnection()) {
            assertThat(new StoreSchema(connection).version()).isZero();
        }
    }

    @Test
    default void whatOnlyReadsNoticesATableThatIsMissing() throws SQLException {
        Ledger.open(store());
        execute(List.of("DROP TABLE muster_tape"));
        assertThatThrownBy(() -> Ledger.existing(store())).isInstanceOf(StoreVersionException.class);
        Ledger.open(store());
        assertThat(Ledger.existing(store())).isPresent();
    }

    @Test
    default void aStoreOfANewerReleaseIsRefused() throws SQLException {
        Ledger.open(store());
        execute(List.of("INSERT INTO muster_schema VALUES (" + (StoreSchema.NEWEST + 1) + ", 0)"));
        assertThatThrownBy(() -> Ledger.open(store()))
                .isInstanceOf(StoreVersionException.class)
                .hasMessageContaining("newer Muster");
        assertThatThrownBy(() -> Ledger.existing(store())).hasMessageContaining("newer Muster");
        assertThatThrownBy(() -> new OneShotStore(store().getConnection()).close())
                .hasMessageContaining("newer Muster");
    }

    private void execute(List<String> sql) throws SQLException {
        try (Connection connection = store().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    /** Two people that were claimed, one of them with aliases and planned. */
    private static List<String> earlierStore() {
        return List.of((read("schema-0.sql")
                        + "INSERT INTO muster_claim VALUES ('hr', '4711', 'anna', 'anna', 'anna@example.org',"
                        + " 'anna@example.org', 1, 2, 3, 4, '', '', 0, 1, 1, CONCAT('a@example.org', CHAR(10),"
                        + " 'b@example.org'), '');"
                        + "INSERT INTO muster_claim VALUES ('hr', '4712', 'ben', 'ben', 'ben@example.org',"
                        + " 'ben@example.org', 1, 2, 3, 4, '', '', 0, 1, 1, '', '');"
                        + "INSERT INTO muster_plan VALUES (1, 0, 2, '4711', 'anna', 'CREATE', '');")
                .replaceAll("(?m)^--.*$", "")
                .strip()
                .split(";\\s*"));
    }

    private static String read(String name) {
        try (InputStream stream = Objects.requireNonNull(StoreSchemaContract.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
