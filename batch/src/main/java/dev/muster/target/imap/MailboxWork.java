package dev.muster.target.imap;

import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.MailFolder;
import dev.muster.model.ObjectKey;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.target.imap.Fault.Kind;
import dev.muster.target.imap.ImapSettings.Quota;
import dev.muster.target.imap.ImapSettings.Style;
import dev.muster.target.imap.Mailbox.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One person's mailbox: read it, or bring it to what a plan asks. Repeating is safe. Thread-safe. */
final class MailboxWork {
    private final ImapSettings settings;
    private final Gate gate;
    private final RoleNames roles;

    MailboxWork(ImapSettings settings, Gate gate) {
        this.settings = settings;
        this.gate = gate;
        roles = new RoleNames(settings.knownFolders());
    }

    /** A mailbox without folders beside INBOX is absent: Dovecot shows everybody an INBOX who has none yet. */
    TargetState read(ObjectKey key, Leash leash) throws Fault {
        if (settings.login().style() == Style.PERSON) {
            return new TargetState.Unknown("mailboxes are opened with the person's own password, which is not known");
        }
        try (Session session = gate.enter(key.userName(), Optional.empty(), leash)) {
            session.leave();
            Mailbox mailbox = session.mailbox();
            return mailbox.folders().isEmpty() ? new TargetState.Absent() : new TargetState.Present(values(mailbox));
        }
    }

    private SortedMap<Field, List<String>> values(Mailbox mailbox) {
        SortedMap<Field, List<String>> values = new TreeMap<>();
        Map<FolderRole, Folder> holders = roles.holders(mailbox.folders());
        holders.forEach((role, folder) -> values.put(role.field(), List.of(folder.name())));
        List<String> others = mailbox.folders().stream()
                .filter(folder -> !holders.containsValue(folder))
                .map(Folder::name)
                .toList();
        if (!others.isEmpty()) {
            values.put(Field.OTHER_FOLDERS, others);
        }
        if (settings.quota().isOurs()) {
            values.put(Field.QUOTA, List.of(QuotaWish.value(mailbox)));
        }
        return values;
    }

    /** @return the fields whose real value is another than wished, see {@link dev.muster.model.StepOutcome.Done} */
    Map<Field, List<String>> apply(TargetPlan.Specified plan, Leash leash) throws Fault {
        Wish wish = Wish.of(plan, settings.quota());
        UserName person = plan.key().userName();
        command(wish.quota(), person, leash);
        try (Session session = gate.enter(person, ownPassword(plan), leash)) {
            Mailbox before = session.mailbox();
            FolderWork work = FolderWork.of(wish.folders(), wish.wanted(), before, roles);
            List<Refusal> refusals = prepare(session, person, wish.quota(), leash);
            List<String> commands = new ArrayList<>(session.maker().byPerson(before, wish.quota()));
            commands.addAll(work.commands(session.names()));
            if (commands.isEmpty() && before.inbox() && !wish.quota().differsFrom(before)) {
                session.leave();
                return FolderWork.learned(plan.spec().folders(), before, roles);
            }
            Mailbox after = write(session, commands, work, refusals);
            verify(work, wish.quota(), after, refusals);
            return FolderWork.learned(plan.spec().folders(), after, roles);
        }
    }

    private Optional<Secret> ownPassword(TargetPlan.Specified plan) throws Fault {
        if (settings.login().style() == Style.ADMINISTRATOR) {
            return Optional.empty();
        }
        if (plan.spec().password() instanceof Password.Clear clear) {
            return Optional.of(clear.secret());
        }
        throw new Fault(
                Kind.REFUSED, "the feed gives no clear password, and mailboxes are opened with the person's own");
    }

    /** Before the person's session, for a session keeps the limit that it began with. */
    private static void command(QuotaWish quota, UserName person, Leash leash) throws Fault {
        if (quota.way() instanceof Quota.Doveadm doveadm && quota.megabytes().isPresent()) {
            new LimitCommand(doveadm.command()).run(person, quota.megabytes().getAsLong(), leash);
        }
    }

    /** What the administrator does outside the person's session. */
    private List<Refusal> prepare(Session session, UserName person, QuotaWish quota, Leash leash) throws Fault {
        if (!session.maker().needsAdministrator(session.mailbox(), quota)) {
            return new ArrayList<>();
        }
        List<String> commands = new ArrayList<>();
        Burst burst = gate.administer(
                administrator -> {
                    commands.addAll(session.maker().byAdministrator(person, session.mailbox(), quota, administrator));
                    return commands;
                },
                leash);
        return Refusal.among(commands, burst);
    }

    private Mailbox write(Session session, List<String> commands, FolderWork work, List<Refusal> refusals)
            throws Fault {
        List<String> questions = readBack(session, work);
        Burst burst = session.connection()
                .lastBurst(Stream.concat(commands.stream(), questions.stream()).toList());
        refusals.addAll(Refusal.among(commands, burst));
        return Mailbox.of(burst, session.names());
    }

    private List<String> readBack(Session session, FolderWork work) throws Fault {
        boolean withLimit = settings.quota().isOurs();
        boolean isNew = !session.mailbox().inbox() && session.maker().listsSlowly(session.traits());
        return isNew
                ? Mailbox.questionsAboutNew(work.unsubscribed(session.names()), withLimit)
                : Mailbox.questions(session.traits(), withLimit);
    }

    /** What the listing shows is there, whatever the answers were; what it does not show is not. */
    private static void verify(FolderWork work, QuotaWish quota, Mailbox after, List<Refusal> refusals) throws Fault {
        List<MailFolder> missing = work.missing(after);
        if (!missing.isEmpty()) {
            String names =
                    String.join(", ", missing.stream().map(MailFolder::name).toList());
            throw Refusal.fault("folders not made or not subscribed: " + names, refusals);
        }
        if (!after.inbox()) {
            throw Refusal.fault("INBOX not made", refusals);
        }
        if (quota.differsFrom(after)) {
            throw Refusal.fault("limit not set, it is " + QuotaWish.value(after) + " MB", refusals);
        }
    }
}
