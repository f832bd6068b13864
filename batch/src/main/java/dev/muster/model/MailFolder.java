package dev.muster.model;

import java.text.Normalizer;
import java.util.Optional;

/**
 * One folder that a mailbox is to have.
 *
 * @param name the name in its language, Unicode NFC, levels separated by {@code /}; never modified UTF-7
 * @param kind what it is for
 * @param subscribed whether the person finds it in her list of folders
 */
public record MailFolder(String name, Kind kind, boolean subscribed) {
    /** A folder has a role, or none. */
    public sealed interface Kind {
        record Special(FolderRole role) implements Kind {}

        record Plain() implements Kind {}
    }

    public MailFolder {
        name = Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    public Optional<FolderRole> role() {
        return kind instanceof Kind.Special special ? Optional.of(special.role()) : Optional.empty();
    }
}
