package dev.muster.target.imap;

import dev.muster.model.FolderRole;
import dev.muster.target.imap.Mailbox.Folder;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folder of each role: by special use (RFC 6154), else by any name that is known for the role in any language.
 * Where several qualify it is the first by name, so that every call says the same.
 *
 * @param known lower-case names and their roles
 */
record RoleNames(Map<String, FolderRole> known) {
    private static final String BELOW_INBOX = "inbox/";

    Map<FolderRole, Folder> holders(List<Folder> folders) {
        Map<FolderRole, Folder> holders = new EnumMap<>(FolderRole.class);
        for (FolderRole role : FolderRole.values()) {
            bySpecialUse(role, folders).or(() -> byName(role, folders)).ifPresent(folder -> holders.put(role, folder));
        }
        return holders;
    }

    /** By folder name, for folders that have a role. */
    Map<String, FolderRole> uses(List<Folder> folders) {
        return holders(folders).entrySet().stream()
                .collect(Collectors.toMap(use -> use.getValue().name(), Map.Entry::getKey, (one, other) -> one));
    }

    private static Optional<Folder> bySpecialUse(FolderRole role, List<Folder> folders) {
        return folders.stream().filter(folder -> flag(folder) == role).sorted().findFirst();
    }

    private Optional<Folder> byName(FolderRole role, List<Folder> folders) {
        return folders.stream()
                .filter(folder -> flag(folder) == null && known.get(key(folder.name())) == role)
                .sorted()
                .findFirst();
    }

    private static @Nullable FolderRole flag(Folder folder) {
        for (FolderRole role : FolderRole.values()) {
            if (folder.attributes().contains(role.specialUse().toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        return null;
    }

    /** Some servers, and some clients, keep everything below INBOX. */
    private static String key(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return folded.startsWith(BELOW_INBOX) ? folded.substring(BELOW_INBOX.length()) : folded;
    }
}
