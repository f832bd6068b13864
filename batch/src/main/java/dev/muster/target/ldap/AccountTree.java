package dev.muster.target.ldap;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the objects of shared accounts are, and what they look like: as Univention's functional accounts unless said
 * otherwise. Immutable.
 *
 * @param base right below which they are
 * @param objectClasses those of a new one; the first tells them from others
 * @param attributes what holds each part; an empty name = such an object does not keep it
 */
public record AccountTree(String base, List<String> objectClasses, Map<Part, String> attributes) {
    /** What such an object holds. */
    public enum Part {
        /** Names the entry; never changes. */
        NAME("cn"),
        /** The address from which it sends. */
        PRIMARY("mailPrimaryAddress"),
        /** More addresses. */
        OTHERS("alias"),
        /** The name beside the sender's address. */
        PERSONAL("oxPersonal"),
        /** The limit of the mailbox in MB (2^20 bytes). */
        QUOTA("oxQuota"),
        /** DNs of the members. */
        MEMBERS("uniqueMember");

        private final String usual;

        Part(String usual) {
            this.usual = usual;
        }

        /** As the configuration names it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean isNeeded() {
            return this == NAME || this == PRIMARY || this == MEMBERS;
        }
    }

    /** @throws IllegalArgumentException if there is no class, or no attribute for what every such object has */
    public AccountTree {
        Map<Part, String> all = new EnumMap<>(Part.class);
        Stream.of(Part.values()).forEach(part -> all.put(part, part.usual));
        all.putAll(attributes);
        boolean nameless = Stream.of(Part.values()).anyMatch(part -> part.isNeeded() && "".equals(all.get(part)));
        if (objectClasses.isEmpty() || nameless) {
            throw new IllegalArgumentException(
                    "An object of a shared account needs a class, and attributes for name, primary and members.");
        }
        objectClasses = List.copyOf(objectClasses);
        attributes = Map.copyOf(all);
    }

    /** Univention's, below its container of the suffix. */
    public static AccountTree defaults(String baseDn) {
        return new AccountTree(
                "cn=functional_accounts,cn=open-xchange," + baseDn, List.of("oxFunctionalAccount"), Map.of());
    }

    String objectClass() {
        return objectClasses.get(0);
    }

    String attribute(Part part) {
        return attributes.getOrDefault(part, part.usual);
    }

    boolean keeps(Part part) {
        return !attribute(part).isEmpty();
    }
}
