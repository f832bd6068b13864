package dev.muster.target.imap;

import dev.muster.target.imap.ImapSettings.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.Namespaces;
import org.eclipse.angus.mail.imap.protocol.Namespaces.Namespace;

/**
 * What the server says of itself to somebody who has logged in: asked once, the same for everybody. The administrator of
 * a Cyrus server has traits of his own.
 *
 * @param kind never AUTO
 * @param capabilities in upper case
 * @param separator between the levels of a folder name
 * @param prefix in front of a person's own folders; often empty
 * @param others prefixes of other people's folders
 * @param shared prefixes of shared folders
 */
record Traits(
        Kind kind, Set<String> capabilities, char separator, String prefix, List<String> others, List<String> shared) {
    private static final List<String> QUESTIONS = List.of("CAPABILITY", "NAMESPACE", "LIST \"\" \"\"", "ID NIL");

    static Traits ask(Connection connection, Kind configured) throws Fault {
        Burst burst = connection.burst(QUESTIONS);
        Namespaces spaces = namespaces(burst);
        Namespace own = spaces == null ? null : first(spaces.personal);
        char separator = burst.lines("LIST").stream()
                .map(Burst.Line::separator)
                .findFirst()
                .orElse('/');
        return new Traits(
                configured == Kind.AUTO ? kind(burst) : configured,
                capabilities(burst),
                own == null || own.delimiter == 0 ? separator : own.delimiter,
                own == null ? "" : own.prefix,
                spaces == null ? List.of() : prefixes(spaces.otherUsers),
                spaces == null ? List.of() : prefixes(spaces.shared));
    }

    boolean has(String capability) {
        return capabilities.contains(capability);
    }

    private static Kind kind(Burst burst) {
        boolean cyrus = burst.data("ID").stream()
                .anyMatch(id -> id.getRest().toLowerCase(Locale.ROOT).contains("cyrus"));
        return cyrus ? Kind.CYRUS : Kind.DOVECOT;
    }

    private static Set<String> capabilities(Burst burst) {
        return burst.data("CAPABILITY").stream()
                .flatMap(line ->
                        List.of(line.getRest().strip().toUpperCase(Locale.ROOT).split("\\s+")).stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static @org.jspecify.annotations.Nullable Namespaces namespaces(Burst burst) throws Fault {
        List<IMAPResponse> data = burst.data("NAMESPACE");
        if (data.isEmpty()) {
            return null;
        }
        try {
            return new Namespaces(data.get(0));
        } catch (ProtocolException e) {
            throw new Fault(Fault.Kind.UNUSABLE, "a NAMESPACE that is not IMAP: " + data.get(0), e);
        }
    }

    private static @org.jspecify.annotations.Nullable Namespace first(
            Namespace @org.jspecify.annotations.Nullable [] of) {
        return of == null || of.length == 0 ? null : of[0];
    }

    private static List<String> prefixes(Namespace @org.jspecify.annotations.Nullable [] spaces) {
        List<String> prefixes = new ArrayList<>();
        for (Namespace space : spaces == null ? new Namespace[0] : spaces) {
            prefixes.add(space.prefix);
        }
        return List.copyOf(prefixes);
    }
}
