package dev.muster.model;

import java.util.Locale;

/**
 * A login name. Compared without regard to case, as every LDAP server compares {@code uid} (RFC 4519), but kept as
 * written: the groupware's {@code login2user.uid} is case-sensitive.
 *
 * @param value letters, digits and {@code $ @ % . + _ -} (the reference's CHECK_USER_UID_REGEXP), 1 to 128 characters
 */
public record UserName(String value) implements Comparable<UserName> {
    private static final int MAX_LENGTH = 128;

    /** @throws IllegalArgumentException if the value is no user name; the message says why */
    public UserName {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A user name has 1 to " + MAX_LENGTH + " characters.");
        }
        if (!value.chars().allMatch(UserName::allowed)) {
            throw new IllegalArgumentException(
                    "'" + value + "' is no user name: letters a-z, digits and $ @ % . + _ - are allowed.");
        }
    }

    public static UserName of(String value) {
        return new UserName(value.strip());
    }

    /** The form under which two names are the same name. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserName that && folded().equals(that.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public int compareTo(UserName other) {
        return folded().compareTo(other.folded());
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean allowed(int character) {
        return character < 128 && (Character.isLetterOrDigit(character) || "$@%.+_-".indexOf(character) >= 0);
    }
}
