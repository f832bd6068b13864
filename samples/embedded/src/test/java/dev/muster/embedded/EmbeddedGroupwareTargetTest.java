package dev.muster.embedded;

import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.SiteKey;
import dev.muster.model.UserSpec;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.TargetContract;
import dev.muster.target.groupware.GroupwareTarget;
import dev.muster.target.groupware.PlainLane;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

class EmbeddedGroupwareTargetTest implements TargetContract {
    private final EmbeddedDatabase database = EmbeddedDatabase.start();
    private final AtomicInteger names = new AtomicInteger();
    private final GroupwareTarget target =
            new GroupwareTarget(database.settings(), new PlainLane(database.settings()), new SiteKey(new byte[32]));

    @AfterEach
    void stop() {
        target.close();
        database.close();
    }

    @Override
    public GroupwareTarget target() {
        return target;
    }

    @Override
    public Claims claims(UserSpec spec) {
        return new Claims(
                "test",
                spec.identity(),
                spec.userName(),
                spec.mail(),
                0,
                target.reserve(Counter.USER_ID, 1),
                target.reserve(Counter.CONTACT_ID, 1),
                target.reserve(Counter.FOLDER_ID, 10),
                DriveName.NONE,
                1);
    }

    @Override
    public String freshName() {
        return "anna" + names.incrementAndGet();
    }

    @Override
    public FieldChange sampleChange() {
        return new FieldChange(Field.DEPARTMENT, List.of("Vertrieb"), List.of("Einkauf"));
    }
}
