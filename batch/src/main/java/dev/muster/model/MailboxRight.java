package dev.muster.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may do in a shared mailbox. Named as administrators name it; the letters are those of RFC 4314. */
public enum MailboxRight {
    GET_FOLDER_PROPERTIES("lr"),
    GET_MESSAGE("r"),
    SEARCH_MESSAGE("r"),
    /** That a message has been read, for everybody. */
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

    /** {@code get folder properties}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** In any case, with or without {@code can} before it. */
    public static Optional<MailboxRight> of(String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT).replaceFirst("^can ", "");
        return Stream.of(values()).filter(right -> right.words().equals(plain)).findFirst();
    }
}
