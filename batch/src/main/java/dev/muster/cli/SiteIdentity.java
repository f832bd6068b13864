package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.target.groupware.GroupwareSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Which directory and which groupware context a configuration is about, wherever their servers stand: numbers that were
 * claimed in one mean nothing in another.
 *
 * @param parts {@code directory} and {@code groupware}, as far as there is one
 */
record SiteIdentity(Map<String, String> parts) {
    static SiteIdentity of(Configuration configuration) {
        Map<String, String> parts = new LinkedHashMap<>();
        configuration
                .ldap()
                .ifPresent(ldap -> parts.put("directory", ldap.tree().baseDn()));
        configuration.groupware().ifPresent(groupware -> parts.put("groupware", context(groupware)));
        return new SiteIdentity(parts);
    }

    static SiteIdentity parse(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        text.lines()
                .filter(line -> line.contains(" "))
                .forEach(
                        line -> parts.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
        return new SiteIdentity(parts);
    }

    /** Whether something that both name is not the same. */
    boolean contradicts(SiteIdentity other) {
        return parts.entrySet().stream()
                .anyMatch(part -> !other.parts
                        .getOrDefault(part.getKey(), part.getValue())
                        .equalsIgnoreCase(part.getValue()));
    }

    /** A line for each part, as {@link #parse} reads it. */
    String text() {
        StringJoiner text = new StringJoiner("\n");
        parts.forEach((part, value) -> text.add(part + " " + value));
        return text.toString();
    }

    /** The schema without the host, which may move. */
    private static String context(GroupwareSettings groupware) {
        String url = groupware.url();
        String schema = url.substring(url.lastIndexOf('/') + 1).replaceAll("[?;].*", "");
        return schema + " context " + groupware.context();
    }
}
