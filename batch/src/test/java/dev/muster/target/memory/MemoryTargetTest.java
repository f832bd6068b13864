package dev.muster.target.memory;

import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.TargetName;
import dev.muster.model.UserSpec;
import dev.muster.target.Target;
import dev.muster.target.TargetContract;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class MemoryTargetTest implements TargetContract {
    private final Target target = new MemoryTarget(TargetName.LDAP, field -> !field.equals(Field.PASSWORD));
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Claims claims(UserSpec spec) {
        return Users.claims(spec, number.incrementAndGet());
    }

    @Override
    public String freshName() {
        return "anna" + number.incrementAndGet();
    }

    @Override
    public FieldChange sampleChange() {
        return new FieldChange(Field.DEPARTMENT, List.of("Vertrieb"), List.of("Einkauf"));
    }
}
