package dev.muster.model;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who may do what in a mailbox, folder by folder.
 *
 * @param byFolder by folder name, for each identifier the letters of RFC 4314 as the server says them; empty where there is
 *     no mailbox
 * @param uses by folder name, what it is for; INBOX and folders without a use are missing
 */
public record MailboxRights(Map<String, Map<String, String>> byFolder, Map<String, FolderRole> uses) {
    /** Where there is no mailbox. */
    public static final MailboxRights NONE = new MailboxRights(Map.of());

    public MailboxRights {
        byFolder = Map.copyOf(byFolder);
        uses = Map.copyOf(uses);
    }

    /** No folder has a use. */
    public MailboxRights(Map<String, Map<String, String>> byFolder) {
        this(byFolder, Map.of());
    }

    /** What the folder is for; empty = INBOX or any other. */
    public Optional<FolderRole> use(String folder) {
        return Optional.ofNullable(uses.get(folder));
    }

    /** The letters that somebody has there, as of {@link MailboxLetters#known}. @param who in any case */
    public String letters(String folder, String who) {
        return MailboxLetters.known(byFolder.getOrDefault(folder, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(who))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining()));
    }

    /** Whether somebody has on every folder what the role says, and nothing else. @param who in any case */
    public boolean areOf(String who, MailboxRole role) {
        return byFolder.keySet().stream()
                .allMatch(folder -> letters(folder, who).equals(role.letters(use(folder))));
    }

    /** Whether there is an entry of hers on any folder. @param who in any case */
    public boolean know(String who) {
        return byFolder.values().stream()
                .flatMap(entries -> entries.keySet().stream())
                .anyMatch(who::equalsIgnoreCase);
    }
}
