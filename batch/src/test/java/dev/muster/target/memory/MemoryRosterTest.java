package dev.muster.target.memory;

import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.model.TargetName;
import dev.muster.target.Roster;
import dev.muster.target.RosterContract;
import java.util.concurrent.atomic.AtomicInteger;

class MemoryRosterTest implements RosterContract {
    private final Roster roster = new MemoryRoster(TargetName.LDAP);
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Roster roster() {
        return roster;
    }

    @Override
    public RosterClaims claims(ObjectKey.Kind kind) {
        return new RosterClaims(number.incrementAndGet(), number.incrementAndGet());
    }

    @Override
    public String freshName() {
        return "name" + number.incrementAndGet();
    }
}
