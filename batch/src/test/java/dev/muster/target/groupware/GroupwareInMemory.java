package dev.muster.target.groupware;

import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An H2 database of layout 8 for every test. */
abstract class GroupwareInMemory {
    private final GroupwareSettings settings = adjusted(Databases.memory());
    private final SqlLane lane = new PlainLane(settings);
    private final GroupwareTarget target =
            new GroupwareTarget(settings, new PlainLane(settings), new SiteKey(new byte[32]));

    /** What a test needs beyond the usual; called before the test's own fields are there. */
    GroupwareSettings adjusted(GroupwareSettings usual) {
        return usual;
    }

    @BeforeEach
    void makeTables() {
        GroupwareInit.run(settings, Layout.V8, "oxadmin", Secret.of("secret"));
    }

    @AfterEach
    void close() {
        target.close();
        lane.close();
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
