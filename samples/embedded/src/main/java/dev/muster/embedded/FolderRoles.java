package dev.muster.embedded;

import dev.muster.model.FolderRole;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.apache.james.imap.api.process.DefaultMailboxTyper;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.MailboxType;
import org.apache.james.imap.api.process.MailboxTyper;
import org.apache.james.mailbox.model.MailboxPath;

/**
 * Says what a folder is for by its name, in every language that it was given; a name that it was not given is judged as
 * James does, by the English ones.
 *
 * @param roleByName names in Unicode NFC and lower case, as {@code Templates.folderRoles()} gives them
 */
record FolderRoles(Map<String, FolderRole> roleByName) implements MailboxTyper {
    private static final MailboxTyper ENGLISH = new DefaultMailboxTyper();

    FolderRoles {
        roleByName = Map.copyOf(roleByName);
    }

    @Override
    public MailboxType getMailboxType(ImapSession session, MailboxPath path) {
        String name = Normalizer.normalize(path.getName(), Normalizer.Form.NFC);
        FolderRole role = roleByName.get(name.toLowerCase(Locale.ROOT));
        return role == null ? ENGLISH.getMailboxType(session, path) : type(role);
    }

    private static MailboxType type(FolderRole role) {
        return switch (role) {
            case DRAFTS -> MailboxType.DRAFTS;
            case SENT -> MailboxType.SENT;
            case TRASH -> MailboxType.TRASH;
            case JUNK -> MailboxType.SPAM;
            case ARCHIVE -> MailboxType.ARCHIVE;
        };
    }
}
