package dev.muster.embedded;

import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import dev.muster.model.UserSpec;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.TargetContract;
import dev.muster.target.ldap.LdapSettings;
import dev.muster.target.ldap.LdapTarget;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

class EmbeddedLdapTargetTest implements TargetContract {
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
    public LdapTarget target() {
        return target;
    }

    @Override
    public Claims claims(UserSpec spec) {
        return Users.claims(spec, Math.toIntExact(target.reserve(Counter.UID_NUMBER, 1)));
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
