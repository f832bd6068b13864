package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import dev.muster.model.ErrorCode;
import dev.muster.model.TargetName;
import dev.muster.target.TargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The pattern of a DN: fields may stand in the values of its RDNs, and come out escaped (RFC 4514). */
final class DnPattern {
    private final List<RDN> rdns;

    /** @throws TargetException if the text is no DN */
    DnPattern(String text) {
        rdns = List.of(parse(text).getRDNs());
    }

    /** @throws TargetException if the text is no DN */
    static DN parse(String text) {
        try {
            return new DN(text);
        } catch (LDAPException invalid) {
            throw new TargetException(
                    TargetName.LDAP,
                    ErrorCode.CONFIGURATION_INVALID,
                    "'" + text + "' is no DN: " + invalid.getMessage() + " Correct it in the section ldap.",
                    invalid);
        }
    }

    /** The person's DN; empty when a field that the pattern needs has no value. */
    Optional<String> fill(Function<String, Optional<String>> values) {
        List<RDN> filled = new ArrayList<>(rdns.size());
        for (RDN rdn : rdns) {
            Optional<RDN> one = fill(rdn, values);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            filled.add(one.get());
        }
        return Optional.of(new DN(filled).toString());
    }

    private static Optional<RDN> fill(RDN rdn, Function<String, Optional<String>> values) {
        String[] patterns = rdn.getAttributeValues();
        String[] filled = Arrays.stream(patterns)
                .map(pattern -> new FieldPattern(pattern).fill(values))
                .flatMap(Optional::stream)
                .toArray(String[]::new);
        return filled.length < patterns.length
                ? Optional.empty()
                : Optional.of(new RDN(rdn.getAttributeNames(), filled));
    }
}
