package dev.muster.target.groupware;

import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

class SharedAccountsIT {
    @Nested
    class OnLayout8 extends OnMariaDb {
        OnLayout8() {
            super("DB_NAME_8", Layout.V8);
        }
    }

    @Nested
    class OnLayout7106 extends OnMariaDb {
        OnLayout7106() {
            super("DB_NAME_7106", Layout.V7_10_6);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class OnMariaDb implements SharedAccountsContract {
        private final Vertx vertx = Vertx.vertx();
        private final String schemaVariable;
        private final Layout layout;
        private GroupwareSettings settings;
        private SqlLane lane;
        private GroupwareTarget target;

        OnMariaDb(String schemaVariable, Layout layout) {
            this.schemaVariable = schemaVariable;
            this.layout = layout;
        }

        @BeforeAll
        void connect() throws SQLException {
            settings = Databases.freshContext(schemaVariable, layout)
                    .withAccountPasswords(
                            new AccountPasswords(AccountPasswords.Generation.AUTO, Optional.of(ACCOUNT_KEY)));
            lane = new PlainLane(settings);
            target = new GroupwareTarget(settings, new VertxLane(vertx, settings, 4), SITE_KEY);
        }

        @AfterAll
        void cleanUp() throws SQLException {
            target.close();
            Databases.removeContext(lane, settings.context());
            lane.close();
            vertx.close();
        }

        @Override
        public GroupwareSettings settings() {
            return settings;
        }

        @Override
        public GroupwareTarget target() {
            return target;
        }

        @Override
        public SqlLane lane() {
            return lane;
        }
    }
}
