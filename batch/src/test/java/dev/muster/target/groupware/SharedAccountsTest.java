package dev.muster.target.groupware;

import dev.muster.model.Secret;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SharedAccountsTest implements SharedAccountsContract {
    private final GroupwareSettings settings = Databases.memory()
            .withAccountPasswords(new AccountPasswords(AccountPasswords.Generation.AUTO, Optional.of(ACCOUNT_KEY)));
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
