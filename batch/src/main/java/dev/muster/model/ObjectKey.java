package dev.muster.model;

import java.util.Locale;

/**
 * Which object: its kind and the name under which every target knows it. Compared without regard to case.
 *
 * @param kind what it is
 * @param name the user name, as written
 */
public record ObjectKey(Kind kind, String name) {
    /** The kinds of object that Muster makes. */
    public enum Kind {
        USER
    }

    public static ObjectKey user(UserName name) {
        return new ObjectKey(Kind.USER, name.value());
    }

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
        return kind.name().toLowerCase(Locale.ROOT) + " " + name;
    }
}
