package dev.muster.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address as directory and groupware keep it (RFC 5321 mailbox, without quoted local parts). Compared without
 * regard to case, as the groupware's alias key and LDAP's {@code mail} do; kept as written.
 *
 * @param value {@code local@domain}, at most 255 characters
 */
public record MailAddress(String value) {
    private static final int MAX_LENGTH = 255;
    private static final Pattern FORM =
            Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{N}._-]*[\\p{L}\\p{N}])?");

    /** @throws IllegalArgumentException if the value is no address; the message says why */
    public MailAddress {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches() || value.contains("..")) {
            throw new IllegalArgumentException("'" + value + "' is no mail address.");
        }
    }

    public static MailAddress of(String value) {
        return new MailAddress(value.strip());
    }

    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    public String domain() {
        return value.substring(value.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** The form under which two addresses are the same address. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailAddress that && folded().equals(that.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
