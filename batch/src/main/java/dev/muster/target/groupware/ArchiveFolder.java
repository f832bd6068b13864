package dev.muster.target.groupware;

/** How the default mail account says where mail is archived; the settings have no column for it. */
final class ArchiveFolder {
    /** The column with the folder's name on its own level. */
    static final String NAME = "archive";

    /** The column with the folder's whole path. */
    static final String PATH = "archive_fullname";

    private static final int LONGEST_NAME = 64;

    private ArchiveFolder() {}

    /** The name on the folder's own level; none where the column is too narrow, since the path says it all. */
    static String name(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.codePointCount(0, name.length()) > LONGEST_NAME ? "" : name;
    }
}
