package dev.muster.target.groupware;

import dev.muster.model.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class GroupwareTargetTest implements GroupwareContract, GroupwareBehaviour, RemovalBehaviour {
    private final GroupwareSettings settings = Databases.memory();
    private final SqlLane lane = new PlainLane(settings);
    private final GroupwareTarget target = new GroupwareTarget(settings, new PlainLane(settings), SITE_KEY);

    @BeforeEach
    void makeTables() {
        GroupwareInit.run(settings, Layout.V8, "oxadmin", Secret.of("secret"));
    }

    @AfterEach
    void close() {
        target.close();
        lane.close();
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
