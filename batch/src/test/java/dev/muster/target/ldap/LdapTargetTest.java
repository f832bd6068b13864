package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.UserSpec;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class LdapTargetTest implements LdapTargetContract, LdapRemovalContract {
    private final MemoryDirectory directory = new MemoryDirectory();
    private final LdapTarget target = new LdapTarget(directory.settings(), MemoryDirectory.SITE_KEY);
    private final AtomicInteger number = new AtomicInteger(20000);
    private LDAPConnection connection;

    @BeforeEach
    void connect() throws LDAPException {
        connection = directory.server().getConnection();
    }

    @AfterEach
    void close() {
        connection.close();
        target.close();
        directory.close();
    }

    @Override
    public LdapTarget target() {
        return target;
    }

    @Override
    public LdapSettings settings() {
        return directory.settings();
    }

    @Override
    public LDAPConnection connection() {
        return connection;
    }

    @Override
    public Claims claims(UserSpec spec) {
        return Users.claims(spec, number.incrementAndGet());
    }

    @Override
    public String freshName() {
        return "anna" + number.incrementAndGet();
    }
}
