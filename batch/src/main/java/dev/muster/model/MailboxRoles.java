package dev.muster.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The roles that a site knows: the house's, and those that it made itself. Immutable. */
public final class MailboxRoles {
    /** The house's roles, and no others. */
    public static final MailboxRoles HOUSE = of(List.of());

    private final Map<String, MailboxRole> byId;

    private MailboxRoles(Map<String, MailboxRole> byId) {
        this.byId = byId;
    }

    /**
     * The house's roles and these.
     *
     * @throws IllegalArgumentException if a name is one of the house's, or there twice, in any case
     */
    public static MailboxRoles of(Collection<MailboxRole> own) {
        Map<String, MailboxRole> byId = new LinkedHashMap<>();
        MailboxRole.presets().forEach(role -> byId.put(folded(role.id()), role));
        for (MailboxRole role : own) {
            if (byId.putIfAbsent(folded(role.id()), role) != null) {
                throw new IllegalArgumentException("The role '" + role.id() + "' is there already.");
            }
        }
        return new MailboxRoles(byId);
    }

    /** The role of that name, in any case. */
    public Optional<MailboxRole> of(String id) {
        return Optional.ofNullable(byId.get(folded(id.strip())));
    }

    /** Every name, the house's first. */
    public List<String> ids() {
        return byId.values().stream().map(MailboxRole::id).toList();
    }

    /**
     * The first role that has these letters on such a folder.
     *
     * @param letters of RFC 4314, as a server lists them
     * @param folder what it is for; empty = INBOX or any other
     */
    public Optional<MailboxRole> withLetters(String letters, Optional<FolderRole> folder) {
        String known = MailboxLetters.known(letters);
        return byId.values().stream()
                .filter(role -> !known.isEmpty() && role.letters(folder).equals(known))
                .findFirst();
    }

    /**
     * Letters in words: {@code agent (lrswipte)}, or where no role has just these {@code read, mark as read (lrs)}; {@code
     * nothing} where there are none.
     */
    public String said(String letters, Optional<FolderRole> folder) {
        String known = MailboxLetters.known(letters);
        if (known.isEmpty()) {
            return "nothing";
        }
        String words = withLetters(known, folder).map(MailboxRole::id).orElseGet(() -> MailboxLetters.words(known));
        return words + " (" + known + ")";
    }

    private static String folded(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
