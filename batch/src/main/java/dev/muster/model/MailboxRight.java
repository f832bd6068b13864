package dev.muster.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may do in a shared mailbox. Named as administrators name it; the letters are those of RFC 4314. */
public enum MailboxRight {
    GET_FOLDER_PROPERTIES("lr"),
    GET_MESSAGE("r"),
    SEARCH_MESSAGE("r"),
    /** That a message has been read: for everybody, or for the member alone where the server keeps that apart. */
    MARK_AS_READ("s"),
    FLAG_MESSAGE("ws"),
    DELETE_MESSAGE("te"),
    /** IMAP cannot change a message: a new one takes its place. */
    EDIT_MESSAGE("wite"),
    /** On the folder for drafts. */
    ADD_FILE_ATTACHMENT(""),
    /** With the mailbox's address; the sent message is kept in its folder. */
    SEND_MESSAGE(""),
    CREATE_FOLDER("k"),
    DELETE_FOLDER("x"),
    ADMINISTER("a");

    private final String letters;

    MailboxRight(String letters) {
        this.letters = letters;
    }

    /** On every folder that can be read. */
    String letters() {
        return letters;
    }

    /** Whether it means nothing to somebody who cannot read. */
    boolean asksToRead() {
        return this != GET_MESSAGE && !letters.isEmpty();
    }

    /** {@code get folder properties}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** In any case, with or without {@code can} before it. */
    public static Optional<MailboxRight> of(String words) {
        String plain = plain(words);
        return Stream.of(values()).filter(right -> right.words().equals(plain)).findFirst();
    }

    /** As {@link #words} would write it, whether there is such a right or not. */
    public static String plain(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceFirst("^can ", "");
    }
}
