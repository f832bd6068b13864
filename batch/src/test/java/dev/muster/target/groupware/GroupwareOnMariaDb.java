package dev.muster.target.groupware;

import dev.muster.model.SiteKey;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The real server, in one of the layouts: a context for the tests of one class, removed when they are through. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class GroupwareOnMariaDb {
    private final Vertx vertx = Vertx.vertx();
    private final Layout layout;
    private GroupwareSettings settings;
    private SqlLane lane;
    private GroupwareTarget target;

    GroupwareOnMariaDb(Layout layout) {
        this.layout = layout;
    }

    /** What a test needs beyond the usual. */
    GroupwareSettings adjusted(GroupwareSettings usual) {
        return usual;
    }

    @BeforeAll
    void connect() throws SQLException {
        String schema = layout == Layout.V8 ? "DB_NAME_8" : "DB_NAME_7106";
        settings = adjusted(Databases.freshContext(schema, layout));
        lane = new PlainLane(settings);
        target = new GroupwareTarget(settings, new VertxLane(vertx, settings, 4), new SiteKey(new byte[32]));
    }

    @AfterAll
    void cleanUp() throws SQLException {
        target.close();
        Databases.removeContext(lane, settings.context());
        lane.close();
        vertx.close();
    }

    public GroupwareSettings settings() {
        return settings;
    }

    public GroupwareTarget target() {
        return target;
    }

    public SqlLane lane() {
        return lane;
    }
}
