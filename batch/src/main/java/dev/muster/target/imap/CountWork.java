package dev.muster.target.imap;

import dev.muster.model.FolderRole;
import dev.muster.model.MailboxStatus;
import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Counts what is in a mailbox, as the mailbox's own user. Thread-safe. */
final class CountWork {
    private static final Pattern MESSAGES = Pattern.compile("MESSAGES (\\d+)");
    private static final Pattern UNSEEN = Pattern.compile("UNSEEN (\\d+)");
    private static final int BYTES_PER_KIB = 1024;

    private final Gate gate;
    private final RoleNames roles;

    CountWork(ImapSettings settings, Gate gate) {
        this.gate = gate;
        roles = new RoleNames(settings.knownFolders());
    }

    MailboxStatus read(ObjectKey mailbox, Leash leash) throws Fault {
        try (Session session = gate.enter(mailbox.userName(), Optional.empty(), leash)) {
            List<String> folders = session.mailbox().names();
            MailboxStatus status = folders.isEmpty() ? MailboxStatus.NONE : ask(session, folders);
            session.leave();
            return status;
        }
    }

    private MailboxStatus ask(Session session, List<String> folders) throws Fault {
        List<String> questions = new ArrayList<>();
        for (String folder : folders) {
            questions.add("STATUS " + session.names().argument(folder) + " (MESSAGES UNSEEN)");
        }
        if (session.traits().has("QUOTA")) {
            questions.add("GETQUOTAROOT " + FolderNames.INBOX);
        }
        Burst burst = session.connection().burst(questions);
        List<IMAPResponse> answers = burst.data("STATUS");
        if (answers.size() != folders.size()) {
            throw Refusal.fault("what is in the folders was not told", Refusal.among(questions, burst));
        }
        Optional<Burst.Room> room = burst.storage();
        return new MailboxStatus(
                counted(session, folders, answers), bytes(room, Burst.Room::used), bytes(room, Burst.Room::limit));
    }

    private List<MailboxStatus.Folder> counted(Session session, List<String> names, List<IMAPResponse> answers) {
        Map<String, FolderRole> uses = roles.uses(session.mailbox().folders());
        List<MailboxStatus.Folder> folders = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String answer = answers.get(i).toString().toUpperCase(Locale.ROOT);
            folders.add(new MailboxStatus.Folder(
                    name, Optional.ofNullable(uses.get(name)), number(MESSAGES, answer), number(UNSEEN, answer)));
        }
        return folders;
    }

    private static long number(Pattern item, String answer) {
        Matcher found = item.matcher(answer.substring(answer.lastIndexOf('(')));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static OptionalLong bytes(Optional<Burst.Room> room, ToLongFunction<Burst.Room> which) {
        return room.isEmpty() ? OptionalLong.empty() : OptionalLong.of(which.applyAsLong(room.get()) * BYTES_PER_KIB);
    }
}
