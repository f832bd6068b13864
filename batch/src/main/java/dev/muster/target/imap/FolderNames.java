package dev.muster.target.imap;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;

/**
 * Translates between our folder names (Unicode NFC, levels separated by {@code /}) and the server's (prefix, its own
 * separator, modified UTF-7 of RFC 3501 5.1.3, quoted).
 */
record FolderNames(Traits traits) {
    static final String INBOX = "INBOX";

    /** A folder's name as an argument of a command; the encoding leaves nothing that needs a literal. */
    String argument(String folder) throws Fault {
        char separator = traits.separator();
        if (separator != '/' && folder.indexOf(separator) >= 0) {
            throw new Fault(
                    Fault.Kind.REFUSED,
                    "the folder name '" + folder + "' contains '" + separator
                            + "', which this server uses between levels; choose another name in the templates");
        }
        return quoted(traits.prefix() + folder.replace('/', separator));
    }

    /** Any name as the server has it, as an argument of a command. */
    static String quoted(String name) {
        return verbatim(BASE64MailboxEncoder.encode(name));
    }

    /** A name that the server itself gave and wants back as it is, such as a quota root (RFC 9208 5). */
    static String verbatim(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Our name for a listed folder; empty when it is not the person's own. */
    Optional<String> own(String listed) {
        if (listed.equalsIgnoreCase(INBOX)) {
            return Optional.of(INBOX);
        }
        if (!listed.startsWith(traits.prefix()) || isForeign(listed)) {
            return Optional.empty();
        }
        String name = listed.substring(traits.prefix().length());
        return Optional.of(name.replace(traits.separator(), '/')).filter(own -> !own.isEmpty());
    }

    private boolean isForeign(String listed) {
        return Stream.concat(traits.others().stream(), traits.shared().stream())
                .filter(prefix -> prefix.length() > traits.prefix().length())
                .anyMatch(prefix -> listed.startsWith(prefix) || prefix.equals(listed + traits.separator()));
    }
}
