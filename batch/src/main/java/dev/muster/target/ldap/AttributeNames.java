package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.schema.Schema;
import dev.muster.model.Field;
import dev.muster.model.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which attribute holds a field, and whether the server's schema knows it. The schema is asked for once, when first
 * needed; where the server shows none, every attribute counts as known. Thread-safe.
 */
final class AttributeNames {
    private static final int NEAR = 3;

    private final LdapSettings settings;
    private final Exchange exchange;
    private final Map<Field, Optional<String>> attributes = new ConcurrentHashMap<>();
    private @Nullable NavigableMap<String, String> known;

    AttributeNames(LdapSettings settings, Exchange exchange) {
        this.settings = settings;
        this.exchange = exchange;
    }

    /** The attribute that is to hold the field; empty when the directory does not keep it. */
    Optional<String> attribute(Field field) {
        Optional<String> resolved = attributes.get(field);
        return resolved == null ? attributes.computeIfAbsent(field, this::resolve) : resolved;
    }

    /** The attribute of a field that every person has. */
    String required(Field field) {
        return attribute(field).orElse(field.name());
    }

    boolean isKnown(String attribute) {
        return known().isEmpty() || known().containsKey(attribute);
    }

    /** Up to three names of the schema that look like this one. */
    List<String> nearest(String attribute) {
        return known().values().stream()
                .distinct()
                .filter(name -> NameDistance.between(name, attribute) <= NEAR)
                .sorted(Comparator.comparingInt(name -> NameDistance.between(name, attribute)))
                .limit(NEAR)
                .toList();
    }

    private Optional<String> resolve(Field field) {
        String configured = settings.person().attributes().get(field);
        if (configured != null) {
            return Optional.of(configured).filter(name -> !name.isEmpty());
        }
        return Vocabulary.attribute(field).map(name -> known().getOrDefault(name, name));
    }

    private synchronized NavigableMap<String, String> known() {
        if (known == null) {
            known = read();
        }
        return known;
    }

    private NavigableMap<String, String> read() {
        NavigableMap<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String definition : definitions()) {
            namesIn(definition).forEach(name -> names.put(name, name));
        }
        return names;
    }

    /** The definitions of the server's attribute types alone: understanding a whole schema takes ten times as long. */
    private List<String> definitions() {
        try {
            return exchange.ask(AttributeNames::definitions);
        } catch (LDAPException hidden) {
            return List.of();
        }
    }

    private static List<String> definitions(LDAPConnection connection) throws LDAPException {
        String dn = Schema.getSubschemaSubentryDN(connection, "");
        SearchResultEntry entry = dn == null ? null : connection.getEntry(dn, Schema.ATTR_ATTRIBUTE_TYPE);
        String[] found = entry == null ? null : entry.getAttributeValues(Schema.ATTR_ATTRIBUTE_TYPE);
        return found == null ? List.of() : List.of(found);
    }

    /** {@code NAME 'cn'} or {@code NAME ( 'cn' 'commonName' )} of a definition (RFC 4512 section 4.1.2). */
    static List<String> namesIn(String definition) {
        int start = definition.indexOf(" NAME ");
        if (start < 0) {
            return List.of();
        }
        int open = start + " NAME ".length();
        char end = definition.charAt(open) == '(' ? ')' : ' ';
        int close = definition.indexOf(end, definition.indexOf('\'', open));
        String[] parts = definition
                .substring(open, close < 0 ? definition.length() : close)
                .split("'", -1);
        List<String> names = new ArrayList<>();
        for (int i = 1; i < parts.length; i += 2) {
            names.add(parts[i]);
        }
        return names;
    }
}
