package dev.muster.model;

import java.util.Map;

/**
 * Who may do what in a mailbox, folder by folder.
 *
 * @param byFolder by folder name, for each identifier the letters of RFC 4314 as the server says them; empty where there is
 *     no mailbox
 */
public record MailboxRights(Map<String, Map<String, String>> byFolder) {
    public MailboxRights {
        byFolder = Map.copyOf(byFolder);
    }
}
