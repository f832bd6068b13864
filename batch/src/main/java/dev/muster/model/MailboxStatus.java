package dev.muster.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is in a mailbox.
 *
 * @param folders INBOX first, then by name; empty where there is no mailbox
 * @param usedBytes how much it holds; empty where the server counts nothing
 * @param limitBytes how much it may hold; empty = no limit
 */
public record MailboxStatus(List<Folder> folders, OptionalLong usedBytes, OptionalLong limitBytes) {
    /** Where there is no mailbox. */
    public static final MailboxStatus NONE = new MailboxStatus(List.of(), OptionalLong.empty(), OptionalLong.empty());

    /**
     * One folder.
     *
     * @param name levels separated by {@code /}, as in the templates
     * @param role what it is for; empty = INBOX or any other
     * @param messages how many there are
     * @param unseen how many nobody has read, as the mailbox's own user sees it
     */
    public record Folder(String name, Optional<FolderRole> role, long messages, long unseen) {}

    public MailboxStatus {
        folders = List.copyOf(folders);
    }
}
