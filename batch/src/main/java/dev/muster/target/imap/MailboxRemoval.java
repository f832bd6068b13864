package dev.muster.target.imap;

import dev.muster.model.ObjectKey;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserName;
import dev.muster.target.ConfiguredCommand;
import dev.muster.target.imap.Fault.Kind;
import dev.muster.target.imap.ImapSettings.OnDelete;
import dev.muster.target.imap.ImapSettings.Style;
import dev.muster.target.imap.Mailbox.Folder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of the mailbox of somebody who goes. Repeating is safe. Thread-safe. */
final class MailboxRemoval {
    private final ImapSettings settings;
    private final Gate gate;

    MailboxRemoval(ImapSettings settings, Gate gate) {
        this.settings = settings;
        this.gate = gate;
    }

    /** @return what the administrator has to know */
    List<String> apply(TargetPlan.Delete plan, Leash leash) throws Fault {
        UserName person = plan.key().userName();
        OnDelete policy = settings.onDelete();
        if (plan.undo() || policy instanceof OnDelete.Purge) {
            return purge(person, plan.undo(), leash);
        }
        if (policy instanceof OnDelete.Archive archive) {
            run("archive command", archive.command(), person, leash);
            return List.of();
        }
        return List.of("The mailbox of " + person + " is kept (imap.onDelete: keep).");
    }

    /** @throws Fault if the policy could not be followed now */
    void examine(TargetPlan.Delete plan, Leash leash) throws Fault {
        if (!plan.undo() && !(settings.onDelete() instanceof OnDelete.Purge)) {
            return;
        }
        requireAdministrator();
        try (Session session = gate.enter(plan.key().userName(), Optional.empty(), leash)) {
            session.leave();
        } catch (Fault fault) {
            passOverUnknown(fault);
        }
    }

    private void requireAdministrator() throws Fault {
        if (settings.login().style() == Style.PERSON) {
            throw new Fault(
                    Kind.REFUSED,
                    "mailboxes are opened with the person's own password, so that nobody can empty this one");
        }
    }

    private static void passOverUnknown(Fault fault) throws Fault {
        if (fault.kind() != Kind.PERSON_UNKNOWN && fault.kind() != Kind.LOGIN_REFUSED) {
            throw fault;
        }
    }

    private List<String> purge(UserName person, boolean unlessUsed, Leash leash) throws Fault {
        requireAdministrator();
        try (Session session = gate.enter(person, Optional.empty(), leash)) {
            if (unlessUsed && holdsMail(session)) {
                return List.of("The mailbox of " + person + " has mail in it and stays.");
            }
            return session.maker().isRemovedByAdministrator()
                    ? removeWhole(person, session, leash)
                    : removeContents(person, session, leash);
        } catch (Fault fault) {
            passOverUnknown(fault);
            return List.of("The mail server knows no " + new ObjectKey(ObjectKey.Kind.USER, person.value())
                    + " any more; what may be left of the mailbox was not touched.");
        }
    }

    private static boolean holdsMail(Session session) throws Fault {
        List<String> questions = new ArrayList<>();
        for (Folder folder : session.mailbox().folders()) {
            questions.add(Mailbox.messagesOf(session.names().argument(folder.name())));
        }
        if (session.mailbox().inbox()) {
            questions.add(Mailbox.messagesOf(FolderNames.INBOX));
        }
        return !questions.isEmpty() && session.connection().burst(questions).messages() > 0;
    }

    private List<String> removeWhole(UserName person, Session session, Leash leash) throws Fault {
        if (!session.mailbox().inbox()) {
            return List.of();
        }
        List<String> commands = new ArrayList<>();
        Burst burst = gate.administer(
                administrator -> {
                    commands.addAll(session.maker()
                            .removal(person, administrator, settings.login().administrator()));
                    return commands;
                },
                leash);
        if (!burst.lines("LIST").isEmpty()) {
            throw Refusal.fault("the mailbox is still there", Refusal.among(commands, burst));
        }
        return List.of();
    }

    private List<String> removeContents(UserName person, Session session, Leash leash) throws Fault {
        List<String> commands = emptying(session);
        List<String> written = new ArrayList<>(commands);
        written.addAll(List.of(Mailbox.EVERYTHING, Mailbox.SUBSCRIPTIONS, Mailbox.messagesOf(FolderNames.INBOX)));
        Burst burst = session.connection().lastBurst(written);
        verify(Mailbox.of(burst, session.names()), burst, Refusal.among(commands, burst));
        if (settings.onDelete() instanceof OnDelete.Purge purge && purge.home().isPresent()) {
            run("home command", purge.home().get(), person, leash);
            return List.of();
        }
        return List.of("The home of " + person
                + " is left on the mail server, without mail; imap.homeCommand could remove it.");
    }

    /** The contents of INBOX, the limit, every subscription, every folder: those that lie in others first. */
    private List<String> emptying(Session session) throws Fault {
        Mailbox mailbox = session.mailbox();
        Burst before =
                session.connection().burst(List.of(Mailbox.SUBSCRIPTIONS, Mailbox.messagesOf(FolderNames.INBOX)));
        List<String> commands = new ArrayList<>();
        if (before.messages() > 0) {
            commands.addAll(List.of("SELECT " + FolderNames.INBOX, "UID STORE 1:* +FLAGS.SILENT (\\Deleted)", "CLOSE"));
        }
        QuotaWish none = QuotaWish.of(settings.quota(), Optional.of(List.of()));
        if (none.bySetQuota() && none.differsFrom(mailbox)) {
            mailbox.quotaRoot().map(none::command).ifPresent(commands::add);
        }
        for (Burst.Line line : before.lines("LSUB")) {
            commands.add("UNSUBSCRIBE " + FolderNames.quoted(line.name()));
        }
        for (Folder folder :
                mailbox.folders().stream().sorted(Comparator.reverseOrder()).toList()) {
            commands.add("DELETE " + session.names().argument(folder.name()));
        }
        return commands;
    }

    /** What the listing still shows is there, whatever the answers were. */
    private static void verify(Mailbox after, Burst burst, List<Refusal> refusals) throws Fault {
        if (!after.folders().isEmpty()) {
            List<String> names = after.folders().stream().map(Folder::name).toList();
            throw Refusal.fault("folders not deleted: " + String.join(", ", names), refusals);
        }
        if (burst.messages() > 0) {
            throw Refusal.fault(burst.messages() + " messages are still in INBOX", refusals);
        }
        if (!burst.lines("LSUB").isEmpty()) {
            throw Refusal.fault("subscriptions not removed", refusals);
        }
    }

    private static void run(String what, ConfiguredCommand command, UserName person, Leash leash) throws Fault {
        new ServerCommand(what, command).run(Map.of("username", person.folded()), leash);
    }
}
