package dev.muster.model;

import static dev.muster.model.MailboxRight.ADD_FILE_ATTACHMENT;
import static dev.muster.model.MailboxRight.ADMINISTER;
import static dev.muster.model.MailboxRight.CREATE_FOLDER;
import static dev.muster.model.MailboxRight.DELETE_FOLDER;
import static dev.muster.model.MailboxRight.DELETE_MESSAGE;
import static dev.muster.model.MailboxRight.EDIT_MESSAGE;
import static dev.muster.model.MailboxRight.FLAG_MESSAGE;
import static dev.muster.model.MailboxRight.GET_FOLDER_PROPERTIES;
import static dev.muster.model.MailboxRight.GET_MESSAGE;
import static dev.muster.model.MailboxRight.MARK_AS_READ;
import static dev.muster.model.MailboxRight.SEARCH_MESSAGE;
import static dev.muster.model.MailboxRight.SEND_MESSAGE;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a member of a shared mailbox may do there. Immutable.
 *
 * @param id one of the house's roles, or a site's own
 * @param rights at least one
 */
public record MailboxRole(String id, Set<MailboxRight> rights) {
    public static final MailboxRole VIEWER =
            preset("viewer", EnumSet.of(GET_FOLDER_PROPERTIES, GET_MESSAGE, SEARCH_MESSAGE, MARK_AS_READ));
    public static final MailboxRole EDITOR = VIEWER.and("editor", EnumSet.of(FLAG_MESSAGE));
    public static final MailboxRole AGENT =
            EDITOR.and("agent", EnumSet.of(DELETE_MESSAGE, EDIT_MESSAGE, ADD_FILE_ATTACHMENT, SEND_MESSAGE));
    public static final MailboxRole MANAGER = AGENT.and("manager", EnumSet.of(CREATE_FOLDER, DELETE_FOLDER));
    public static final MailboxRole OWNER = MANAGER.and("owner", EnumSet.of(ADMINISTER));
    public static final MailboxRole SEND_ONLY = preset("send-only", EnumSet.of(SEND_MESSAGE));

    private static final List<MailboxRole> PRESETS = List.of(VIEWER, EDITOR, AGENT, MANAGER, OWNER, SEND_ONLY);
    private static final String TO_PUT_THERE = "li";

    /** @throws IllegalArgumentException if there is no right, or one that means nothing without another */
    public MailboxRole {
        if (rights.isEmpty()) {
            throw new IllegalArgumentException("The role '" + id + "' has no right.");
        }
        rights = Set.copyOf(rights);
        if (!rights.contains(GET_MESSAGE)) {
            refuseBlind(id, rights);
        }
    }

    /** A mail server knows one letter for seeing what is in a folder, be it a count or a message. */
    private static void refuseBlind(String id, Set<MailboxRight> rights) {
        rights.stream()
                .filter(MailboxRight::asksToRead)
                .min(Comparator.naturalOrder())
                .ifPresent(right -> {
                    throw new IllegalArgumentException("The role '" + id + "' has '" + right.words() + "' without '"
                            + GET_MESSAGE.words() + "', which mail servers cannot tell apart. Add that.");
                });
    }

    static List<MailboxRole> presets() {
        return PRESETS;
    }

    /** One of the house's roles; {@link MailboxRoles} knows the site's, too. */
    public static Optional<MailboxRole> of(String id) {
        return PRESETS.stream()
                .filter(role -> role.id.equalsIgnoreCase(id.strip()))
                .findFirst();
    }

    /** Whether the account is shown to the member, so that there is a mail row. */
    public boolean reads() {
        return rights.contains(GET_MESSAGE);
    }

    /** Whether the member may send with the address: an entry for the mail server and, where she reads, a transport. */
    public boolean sends() {
        return rights.contains(SEND_MESSAGE);
    }

    /**
     * The rights on a folder.
     *
     * @param folder what it is for; empty = INBOX or any other
     * @return letters of RFC 4314 in the order {@code lrswipkxtea}; empty = none at all
     */
    public String letters(Optional<FolderRole> folder) {
        String letters = reads() ? rights.stream().map(MailboxRight::letters).collect(Collectors.joining()) : "";
        if (reads() && sends()) {
            letters += "p";
        }
        boolean puts = folder.filter(role -> role == FolderRole.SENT && sends()
                        || role == FolderRole.DRAFTS && rights.contains(ADD_FILE_ATTACHMENT)
                        || role == FolderRole.TRASH && rights.contains(DELETE_MESSAGE))
                .isPresent();
        return MailboxLetters.known(puts ? letters + TO_PUT_THERE : letters);
    }

    /** {@code get folder properties, get message, ...}. */
    public String words() {
        return rights.stream().sorted().map(MailboxRight::words).collect(Collectors.joining(", "));
    }

    private MailboxRole and(String other, Set<MailboxRight> more) {
        Set<MailboxRight> all = EnumSet.copyOf(rights);
        all.addAll(more);
        return new MailboxRole(other, all);
    }

    private static MailboxRole preset(String id, Set<MailboxRight> rights) {
        return new MailboxRole(id, rights);
    }
}
