package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.Secret;
import dev.muster.target.TargetException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupwareInitTest {
    private final GroupwareSettings settings = Databases.memory();
    private final SqlLane lane = new PlainLane(settings);

    @AfterEach
    void close() {
        lane.close();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void makesAContextWithItsAdministrator(Layout layout) throws SQLException {
        init(layout);
        assertThat(Databases.number(lane, "SELECT id FROM login2user WHERE cid = 1 AND uid = 'oxadmin'"))
                .isEqualTo(2);
        assertThat(Databases.number(lane, "SELECT `user` FROM user_setting_admin WHERE cid = 1"))
                .isEqualTo(2);
        assertThat(Databases.text(lane, "SELECT identifier FROM `groups` WHERE cid = 1 AND id = 1"))
                .isEqualTo("users");
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void startsTheCountersBehindWhatItMade(Layout layout) throws SQLException {
        init(layout);
        assertThat(Databases.number(lane, "SELECT id FROM sequence_principal WHERE cid = 1"))
                .isEqualTo(2);
        assertThat(Databases.number(lane, "SELECT id FROM sequence_folder WHERE cid = 1"))
                .isEqualTo(30);
        assertThat(Databases.number(lane, "SELECT MAX(fuid) FROM oxfolder_tree WHERE cid = 1"))
                .isEqualTo(30);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void makesTheNineSystemFolders(Layout layout) throws SQLException {
        init(layout);
        assertThat(Databases.rows(lane, "SELECT fuid FROM oxfolder_specialfolders WHERE cid = 1 ORDER BY fuid"))
                .extracting(row -> row.number(0))
                .containsExactly(1L, 2L, 3L, 4L, 6L, 7L, 9L, 10L, 15L);
    }

    @Test
    void only7106HasUnixColumns() throws SQLException {
        init(Layout.V7_10_6);
        assertThat(lane.inTransaction(Schema::read).has("user", "uidNumber")).isTrue();
    }

    @Test
    void only8HasPermissionsOfResources() throws SQLException {
        init(Layout.V8);
        Schema schema = lane.inTransaction(Schema::read);
        assertThat(schema.has("resource_permissions", "privilege")).isTrue();
        assertThat(schema.has("user", "uidNumber")).isFalse();
    }

    @Test
    void refusesASchemaThatHasTables() throws SQLException {
        init(Layout.V8);
        assertThatThrownBy(() -> init(Layout.V8))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("has tables already");
    }

    private void init(Layout layout) {
        GroupwareInit.run(settings, layout, "oxadmin", Secret.of("secret"));
    }
}
