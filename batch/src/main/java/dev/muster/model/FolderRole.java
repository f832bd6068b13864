package dev.muster.model;

/** What a mail folder is for (RFC 6154). A role has one folder per mailbox. */
public enum FolderRole {
    DRAFTS("\\Drafts", Field.DRAFTS_FOLDER),
    SENT("\\Sent", Field.SENT_FOLDER),
    TRASH("\\Trash", Field.TRASH_FOLDER),
    JUNK("\\Junk", Field.JUNK_FOLDER),
    ARCHIVE("\\Archive", Field.ARCHIVE_FOLDER);

    private final String specialUse;
    private final Field field;

    FolderRole(String specialUse, Field field) {
        this.specialUse = specialUse;
        this.field = field;
    }

    /** The special-use attribute, with its backslash. */
    public String specialUse() {
        return specialUse;
    }

    /** The field that carries the name of this role's folder. */
    public Field field() {
        return field;
    }
}
