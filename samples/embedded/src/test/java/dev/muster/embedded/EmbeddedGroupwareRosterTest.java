package dev.muster.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.model.SiteKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.Roster;
import dev.muster.target.RosterContract;
import dev.muster.target.groupware.GroupwareTarget;
import dev.muster.target.groupware.PlainLane;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

class EmbeddedGroupwareRosterTest implements RosterContract {
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
    public Roster roster() {
        return target.roster().orElseThrow();
    }

    @Override
    public RosterClaims claims(ObjectKey.Kind kind) {
        return new RosterClaims(0, target.reserve(Counter.PRINCIPAL_ID, 1));
    }

    @Override
    public String freshName() {
        return "name" + names.incrementAndGet();
    }

    @Override
    public void prepare(List<ObjectKey> people) {
        List<TargetPlan.Create> plans = people.stream()
                .map(person -> Users.german(person.name()))
                .map(spec -> new TargetPlan.Create(spec, claims(spec)))
                .toList();
        assertThat(target.apply(plans).values()).allMatch(StepOutcome.Done.class::isInstance);
    }

    private Claims claims(UserSpec spec) {
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
}
