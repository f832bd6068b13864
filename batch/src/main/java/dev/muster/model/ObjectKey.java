package dev.muster.model;

import java.util.Locale;

/**
 * Which object: its kind and the name under which every target knows it. Compared without regard to case.
 *
 * @param kind what it is
 * @param name the user name, or the name of the group, resource or resource group, as written; the key of the shared
 *     account, which is its mailbox on the mail server
 */
public record ObjectKey(Kind kind, String name) {
    /** The kinds of object that Muster makes. */
    public enum Kind {
        USER,
        /** People. */
        GROUP,
        /** A room, a car: what can be booked. */
        RESOURCE,
        /** Resources. */
        RESOURCE_GROUP,
        /** A mailbox that several people read, or send as. */
        ACCOUNT;

        /** Whether it is a group, a resource or a resource group. */
        public boolean isRoster() {
            return this != USER && this != ACCOUNT;
        }

        /** What the members of such an object are; itself where it can have none. */
        public Kind ofMembers() {
            return switch (this) {
                case GROUP -> USER;
                case RESOURCE_GROUP -> RESOURCE;
                case USER, RESOURCE, ACCOUNT -> this;
            };
        }

        public boolean hasMembers() {
            return ofMembers() != this;
        }

        /** As messages write it: {@code resource group}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public static ObjectKey user(UserName name) {
        return new ObjectKey(Kind.USER, name.value());
    }

    public static ObjectKey group(String name) {
        return new ObjectKey(Kind.GROUP, name);
    }

    public static ObjectKey resource(String name) {
        return new ObjectKey(Kind.RESOURCE, name);
    }

    public static ObjectKey resourceGroup(String name) {
        return new ObjectKey(Kind.RESOURCE_GROUP, name);
    }

    public static ObjectKey account(String name) {
        return new ObjectKey(Kind.ACCOUNT, name);
    }

    /** The name with which the user logs in; of an account the one that its mailbox has on the mail server. */
    public UserName userName() {
        return UserName.of(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectKey that && kind == that.kind && name.equalsIgnoreCase(that.name);
    }

    @Override
    public int hashCode() {
        return name.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
