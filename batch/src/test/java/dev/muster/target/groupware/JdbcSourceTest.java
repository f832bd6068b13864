package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.jdbcclient.JDBCPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Vert.x JDBC client on our connections: with its own, each of the first two tests loses a row without a word. */
class JdbcSourceTest {
    private final GroupwareSettings settings = Databases.memory();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = JDBCPool.pool(vertx, new JdbcSource(settings), new PoolOptions().setMaxSize(1));
    private final SqlLane observer = new PlainLane(settings);

    @BeforeEach
    void makeTable() throws SQLException {
        observer.inTransaction(session -> session.update("CREATE TABLE numbers (n INT PRIMARY KEY)", List.of()));
    }

    @AfterEach
    void close() {
        pool.close();
        observer.close();
        vertx.close();
    }

    @Test
    void commitsABareStatementAfterATransaction() throws Exception {
        await(pool.withTransaction(
                connection -> connection.query("INSERT INTO numbers VALUES (1)").execute()));
        await(pool.query("INSERT INTO numbers VALUES (2)").execute());
        assertThat(Databases.number(observer, "SELECT COUNT(*) FROM numbers")).isEqualTo(2);
    }

    @Test
    void commitsABareStatementAfterARollback() throws Exception {
        Future<Object> refused = pool.withTransaction(connection -> connection
                .query("INSERT INTO numbers VALUES (1)")
                .execute()
                .compose(done -> Future.failedFuture("no")));
        assertThat(refused.toCompletionStage().toCompletableFuture()).failsWithin(10, TimeUnit.SECONDS);
        await(pool.query("INSERT INTO numbers VALUES (2)").execute());
        assertThat(Databases.rows(observer, "SELECT n FROM numbers"))
                .extracting(row -> row.number(0))
                .containsExactly(2L);
    }

    @Test
    void rollsBackWhatATransactionDidBeforeItFailed() throws Exception {
        SqlLane lane = new VertxLane(vertx, settings, 1);
        assertThatThrownBy(() -> lane.inTransaction(session -> {
                    session.update("INSERT INTO numbers VALUES (1)", List.of());
                    throw new SQLException("no");
                }))
                .hasMessage("no");
        lane.close();
        assertThat(Databases.rows(observer, "SELECT n FROM numbers")).isEmpty();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
