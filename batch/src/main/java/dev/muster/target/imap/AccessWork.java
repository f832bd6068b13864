package dev.muster.target.imap;

import dev.muster.model.AccessPlan;
import dev.muster.model.FolderRole;
import dev.muster.model.MailboxLetters;
import dev.muster.model.MailboxRights;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.target.imap.Fault.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Lets people into a mailbox (RFC 4314), as the mailbox's own user. Repeating is safe. Thread-safe. */
final class AccessWork {
    private final Gate gate;
    private final RoleNames roles;

    AccessWork(ImapSettings settings, Gate gate) {
        this.gate = gate;
        roles = new RoleNames(settings.knownFolders());
    }

    MailboxRights read(ObjectKey mailbox, Leash leash) throws Fault {
        try (Session session = gate.enter(mailbox.userName(), Optional.empty(), leash)) {
            List<String> folders = session.mailbox().names();
            MailboxRights rights = folders.isEmpty()
                    ? MailboxRights.NONE
                    : new MailboxRights(
                            ask(session, folders), roles.uses(session.mailbox().folders()));
            session.leave();
            return rights;
        }
    }

    void apply(AccessPlan plan, Leash leash) throws Fault {
        try (Session session = gate.enter(plan.mailbox().userName(), Optional.empty(), leash)) {
            List<String> folders = session.mailbox().names();
            if (folders.isEmpty()) {
                throw new Fault(Kind.REFUSED, "there is no mailbox into which anybody could be let; make it first");
            }
            List<String> commands = commands(plan, session, ask(session, folders));
            if (!commands.isEmpty()) {
                Burst burst = session.connection().burst(commands);
                verify(plan, session, ask(session, folders), Refusal.among(commands, burst));
            }
            session.leave();
        }
    }

    private static Map<String, Map<String, String>> ask(Session session, List<String> folders) throws Fault {
        if (!session.traits().has("ACL")) {
            throw new Fault(Kind.REFUSED, "the server does not offer ACL (RFC 4314), so nobody else can be let in");
        }
        List<String> questions = new ArrayList<>();
        for (String folder : folders) {
            questions.add("GETACL " + session.names().argument(folder));
        }
        Burst burst = session.connection().burst(questions);
        List<IMAPResponse> answers = burst.data("ACL");
        List<Refusal> refusals = Refusal.among(questions, burst);
        if (!refusals.isEmpty() || answers.size() != folders.size()) {
            throw Refusal.fault("who may do what was not told", refusals);
        }
        Map<String, Map<String, String>> byFolder = new LinkedHashMap<>();
        for (int i = 0; i < folders.size(); i++) {
            byFolder.put(folders.get(i), entries(answers.get(i)));
        }
        return byFolder;
    }

    private static Map<String, String> entries(IMAPResponse answer) {
        Map<String, String> entries = new TreeMap<>();
        answer.readAtomString();
        for (String who = answer.readAtomString(); who != null; who = answer.readAtomString()) {
            String letters = answer.readAtomString();
            entries.put(who, letters == null ? "" : letters);
        }
        return entries;
    }

    private List<String> commands(AccessPlan plan, Session session, Map<String, Map<String, String>> actual)
            throws Fault {
        Map<String, FolderRole> uses = roles.uses(session.mailbox().folders());
        List<String> commands = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> folder : actual.entrySet()) {
            String name = session.names().argument(folder.getKey());
            Optional<FolderRole> use = Optional.ofNullable(uses.get(folder.getKey()));
            plan.members()
                    .forEach((who, role) -> difference(role, use, who, folder.getValue())
                            .ifPresent(letters -> commands.add(command(name, who, letters))));
            plan.leaving().stream()
                    .filter(folder.getValue()::containsKey)
                    .forEach(who -> commands.add(command(name, who, "")));
        }
        return commands;
    }

    /** What she is to get; empty where she has it. */
    private static Optional<String> difference(
            MailboxRole role, Optional<FolderRole> use, String who, Map<String, String> entries) {
        String wanted = role.letters(use);
        return Optional.of(wanted).filter(any -> !same(wanted, entries.getOrDefault(who, "")));
    }

    private static boolean same(String wanted, String actual) {
        return wanted.equals(MailboxLetters.known(actual));
    }

    private static String command(String folder, String who, String letters) {
        String subject = folder + " " + FolderNames.verbatim(who);
        return letters.isEmpty() ? "DELETEACL " + subject : "SETACL " + subject + " " + letters;
    }

    /** What the lists show is so, whatever the answers were; what they do not show is not. */
    private void verify(
            AccessPlan plan, Session session, Map<String, Map<String, String>> after, List<Refusal> refusals)
            throws Fault {
        List<String> left = commands(plan, session, after);
        if (!left.isEmpty()) {
            throw Refusal.fault("rights that are not as they were set: " + String.join("; ", left), refusals);
        }
    }
}
