package dev.muster.embedded;

import com.unboundid.ldap.listener.InMemoryPasswordEncoder;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A password form that the directory checks and never makes (RFC 3112): people arrive with their hash. Thread-safe. */
final class HashedPassword extends InMemoryPasswordEncoder {
    /** Whether a clear password belongs to the stored text, which comes without its prefix. */
    interface Check {
        boolean matches(byte[] clear, String stored);
    }

    private final Check check;

    HashedPassword(String prefix, Check check) {
        super(prefix, null);
        this.check = check;
    }

    @Override
    protected boolean passwordMatches(byte[] clear, byte[] stored, ReadOnlyEntry entry) {
        return check.matches(clear, new String(stored, StandardCharsets.US_ASCII));
    }

    @Override
    protected void ensurePreEncodedPasswordAppearsValid(
            byte[] stored, @Nullable ReadOnlyEntry entry, List<Modification> modifications) {}

    @Override
    protected byte[] encodePassword(byte[] clear, @Nullable ReadOnlyEntry entry, List<Modification> modifications)
            throws LDAPException {
        throw new LDAPException(ResultCode.NOT_SUPPORTED, "Hash the password before it is sent");
    }

    @Override
    protected byte[] extractClearPassword(byte[] stored, ReadOnlyEntry entry) throws LDAPException {
        throw new LDAPException(ResultCode.NOT_SUPPORTED, "A hash does not show its password");
    }

    @Override
    public void toString(StringBuilder text) {
        text.append("HashedPassword(").append(getPrefix()).append(')');
    }
}
