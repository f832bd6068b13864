package dev.muster.embedded;

import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.Roster;
import dev.muster.target.RosterContract;
import dev.muster.target.ldap.LdapSettings;
import dev.muster.target.ldap.LdapTarget;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

class EmbeddedLdapRosterTest implements RosterContract {
    private final EmbeddedDirectory directory = EmbeddedDirectory.start();
    private final AtomicInteger names = new AtomicInteger();
    private final LdapTarget target = new LdapTarget(
            LdapSettings.defaults(
                    directory.url(),
                    EmbeddedDirectory.ADMINISTRATOR_DN,
                    Secret.of(EmbeddedServers.PASSWORD),
                    EmbeddedDirectory.BASE_DN),
            new SiteKey(new byte[32]));

    @AfterEach
    void stop() {
        target.close();
        directory.close();
    }

    @Override
    public Roster roster() {
        return target.roster().orElseThrow();
    }

    @Override
    public RosterClaims claims(ObjectKey.Kind kind) {
        return new RosterClaims(target.reserve(Counter.GID_NUMBER, 1), 0);
    }

    @Override
    public String freshName() {
        return "name" + names.incrementAndGet();
    }
}
