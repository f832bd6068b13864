package dev.muster.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be said about a shared mail account. Named as the options of the reference's secondary account commands.
 */
public enum AccountField {
    /** How the account is called in the list of folders. */
    NAME,
    /** A {@link LoginTemplate}. */
    LOGIN,
    PASSWORD,
    /** The name beside the sender's address. */
    PERSONAL,
    REPLY_TO,
    MAIL_SERVER,
    MAIL_PORT,
    MAIL_PROTOCOL,
    MAIL_SECURE,
    MAIL_STARTTLS,
    TRANSPORT_LOGIN,
    TRANSPORT_PASSWORD,
    TRANSPORT_SERVER,
    TRANSPORT_PORT,
    TRANSPORT_PROTOCOL,
    TRANSPORT_SECURE,
    TRANSPORT_STARTTLS,
    ARCHIVE_FULLNAME,
    DRAFTS_FULLNAME,
    SENT_FULLNAME,
    SPAM_FULLNAME,
    TRASH_FULLNAME,
    CONFIRMED_SPAM_FULLNAME,
    CONFIRMED_HAM_FULLNAME;

    /** {@code reply-to}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AccountField> of(String id) {
        return Stream.of(values()).filter(field -> field.id().equals(id)).findFirst();
    }

    /** Kept in no text: see {@link AccountSettings#passwords()}. */
    public boolean isPassword() {
        return this == PASSWORD || this == TRANSPORT_PASSWORD;
    }

    /** The full name of a standard folder. */
    public boolean isFolder() {
        return name().endsWith("_FULLNAME");
    }

    /** About sending, and nothing else. */
    public boolean isTransport() {
        return name().startsWith("TRANSPORT_");
    }

    /** One of the five that say where a server is. */
    public boolean isServer() {
        return Stream.of(MailServer.Side.values())
                .anyMatch(side -> side.fields().contains(this));
    }
}
