package dev.muster.target.imap;

import dev.muster.model.FolderRole;
import java.util.Map;

/** A few names that the templates know. */
final class Known {
    static final Map<String, FolderRole> NAMES = Map.ofEntries(
            Map.entry("drafts", FolderRole.DRAFTS),
            Map.entry("entwürfe", FolderRole.DRAFTS),
            Map.entry("sent", FolderRole.SENT),
            Map.entry("sent items", FolderRole.SENT),
            Map.entry("gesendet", FolderRole.SENT),
            Map.entry("trash", FolderRole.TRASH),
            Map.entry("papierkorb", FolderRole.TRASH),
            Map.entry("junk", FolderRole.JUNK),
            Map.entry("spam", FolderRole.JUNK),
            Map.entry("archive", FolderRole.ARCHIVE),
            Map.entry("archiv", FolderRole.ARCHIVE));

    private Known() {}
}
