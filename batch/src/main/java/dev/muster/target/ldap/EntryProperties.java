package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the placeholders of a login template stand for in an entry. */
final class EntryProperties {
    private static final String UUID = "entryUUID";

    /** What has to be asked for: the UUID is given only to whoever names it (RFC 4530). */
    static final String[] ATTRIBUTES = {"*", UUID};

    private EntryProperties() {}

    /** A placeholder that has no value here is missing. */
    static Map<String, String> of(SearchResultEntry entry, Set<String> placeholders) {
        Map<String, String> values = new HashMap<>();
        for (String placeholder : placeholders) {
            String value = switch (placeholder) {
                case "dn" -> entry.getDN();
                case "entry_uuid", "fa_entry_uuid" -> entry.getAttributeValue(UUID);
                default -> entry.getAttributeValue(placeholder);
            };
            if (value != null) {
                values.put(placeholder, value);
            }
        }
        return values;
    }
}
