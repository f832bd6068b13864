package dev.muster.target.imap;

import dev.muster.model.AccessPlan;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.MailboxRights;
import dev.muster.model.MailboxStatus;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.target.MailboxAccess;
import dev.muster.target.MailboxCounts;
import dev.muster.target.Target;
import dev.muster.target.TargetException;
import dev.muster.target.imap.Fault.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * The IMAP store (RFC 3501, 4314, 4315, 5258, 6154, 9208): one login and one burst of commands per person, several people side
 * by side on threads of its own. Thread-safe; constructing it connects nowhere.
 */
public final class ImapTarget implements Target, MailboxAccess, MailboxCounts {
    private final ImapSettings settings;
    private final Gate gate;
    private final MailboxWork work;
    private final MailboxRemoval removal;
    private final AccessWork access;
    private final CountWork counts;
    private final Crew crew;

    /** @throws IllegalArgumentException if the CA file cannot be read */
    public ImapTarget(ImapSettings settings) {
        this.settings = settings;
        gate = new Gate(settings);
        work = new MailboxWork(settings, gate);
        removal = new MailboxRemoval(settings, gate);
        access = new AccessWork(settings, gate);
        counts = new CountWork(settings, gate);
        crew = new Crew(settings.limits());
    }

    @Override
    public TargetName name() {
        return TargetName.IMAP;
    }

    @Override
    public boolean keeps(Field field) {
        return field.equals(Field.OTHER_FOLDERS)
                || field.equals(Field.QUOTA) && settings.quota().isOurs()
                || Arrays.stream(FolderRole.values())
                        .anyMatch(role -> role.field().equals(field));
    }

    /** One connection, and a login as the administrator. */
    @Override
    public void requireUsable() {
        crew.takeHeart();
        try {
            crew.patiently(
                    leash -> {
                        gate.knock(leash);
                        return true;
                    },
                    crew.call());
        } catch (Fault fault) {
            stopIfHopeless(fault);
            throw stop(
                    ErrorCode.IMAP_UNAVAILABLE,
                    "IMAP server " + settings.server() + ": " + fault.text() + ". Look at its log, then try again.",
                    fault);
        }
    }

    @Override
    public Map<ObjectKey, TargetState> read(List<ObjectKey> keys) {
        return each(keys, Function.identity(), this::read);
    }

    @Override
    public Map<ObjectKey, StepOutcome> apply(List<? extends TargetPlan> plans) {
        return each(plans, TargetPlan::key, this::apply);
    }

    @Override
    public Map<ObjectKey, MailboxRights> rights(Collection<ObjectKey> mailboxes) {
        Looking<MailboxRights> look = new Looking<>("Reading who may do what in", access::read, MailboxRights.NONE);
        return each(List.copyOf(mailboxes), Function.identity(), (mailbox, call) -> looked(mailbox, call, look));
    }

    @Override
    public Map<ObjectKey, StepOutcome> grant(List<AccessPlan> plans) {
        return each(plans, AccessPlan::mailbox, this::grant);
    }

    @Override
    public Map<ObjectKey, MailboxStatus> counts(Collection<ObjectKey> mailboxes) {
        Looking<MailboxStatus> look = new Looking<>("Counting what is in", counts::read, MailboxStatus.NONE);
        return each(List.copyOf(mailboxes), Function.identity(), (mailbox, call) -> looked(mailbox, call, look));
    }

    private interface Job<I, O> {
        O on(I item, Call call);
    }

    private record Result<O>(ObjectKey key, O value) {}

    private <I, O> Map<ObjectKey, O> each(List<? extends I> items, Function<I, ObjectKey> key, Job<I, O> job) {
        crew.takeHeart();
        Call call = crew.call();
        List<Callable<Result<O>>> jobs = items.stream()
                .<Callable<Result<O>>>map(item -> () -> new Result<>(key.apply(item), job.on(item, call)))
                .toList();
        Map<ObjectKey, O> answers = new LinkedHashMap<>();
        crew.all(jobs, call).forEach(result -> answers.put(result.key(), result.value()));
        return answers;
    }

    private TargetState read(ObjectKey key, Call call) {
        try {
            return crew.patiently(leash -> work.read(key, leash), call);
        } catch (Fault fault) {
            stopIfHopeless(fault);
            boolean unknownThere = fault.kind() == Kind.PERSON_UNKNOWN || fault.kind() == Kind.LOGIN_REFUSED;
            return unknownThere
                    ? new TargetState.Absent()
                    : new TargetState.Unknown("Reading the mailbox of " + key.name() + " on " + settings.server()
                            + " failed: " + fault.text());
        }
    }

    private StepOutcome apply(TargetPlan plan, Call call) {
        try {
            return crew.patiently(leash -> done(plan, leash), call);
        } catch (Fault fault) {
            stopIfHopeless(fault);
            return outcome(plan.origin(), plan.key(), fault);
        }
    }

    private interface Look<O> {
        O at(ObjectKey mailbox, Leash leash) throws Fault;
    }

    /** @param nothing what is said where there is no mailbox */
    private record Looking<O>(String what, Look<O> look, O nothing) {}

    private <O> O looked(ObjectKey mailbox, Call call, Looking<O> looking) {
        try {
            return crew.patiently(leash -> looking.look().at(mailbox, leash), call);
        } catch (Fault fault) {
            stopIfHopeless(fault);
            if (fault.kind() == Kind.PERSON_UNKNOWN || fault.kind() == Kind.LOGIN_REFUSED) {
                return looking.nothing();
            }
            throw stop(
                    ErrorCode.IMAP_UNAVAILABLE,
                    looking.what() + " the mailbox of " + mailbox.name() + " on " + settings.server() + " failed: "
                            + fault.text() + ". Look at the server, then try again.",
                    fault);
        }
    }

    private StepOutcome grant(AccessPlan plan, Call call) {
        try {
            return crew.patiently(
                    leash -> {
                        access.apply(plan, leash);
                        return StepOutcome.Done.plainly();
                    },
                    settings.limits()
                            .access(plan.members().size() + plan.leaving().size()),
                    call);
        } catch (Fault fault) {
            stopIfHopeless(fault);
            return outcome(plan.origin(), plan.mailbox(), fault);
        }
    }

    /** Whoever is to be shut out is so by the directory, which the mail server asks. */
    private StepOutcome done(TargetPlan plan, Leash leash) throws Fault {
        if (plan instanceof TargetPlan.Specified wanted) {
            return new StepOutcome.Done(work.apply(wanted, leash));
        }
        if (plan instanceof TargetPlan.Examine look) {
            removal.examine(look.deletion(), leash);
        }
        return plan instanceof TargetPlan.Delete deletion
                ? StepOutcome.Done.noting(removal.apply(deletion, leash))
                : StepOutcome.Done.plainly();
    }

    private StepOutcome outcome(Origin origin, ObjectKey key, Fault fault) {
        return switch (fault.kind()) {
            case LATE -> new StepOutcome.Unknown(problem(origin, key, ErrorCode.DEADLINE_PASSED, fault));
            case DROPPED -> new StepOutcome.Unknown(problem(origin, key, ErrorCode.IMAP_UNAVAILABLE, fault));
            case TEMPORARY -> new StepOutcome.Failed(problem(origin, key, ErrorCode.IMAP_UNAVAILABLE, fault));
            default -> new StepOutcome.Failed(problem(origin, key, ErrorCode.IMAP_REFUSED, fault));
        };
    }

    private Problem problem(Origin origin, ObjectKey key, ErrorCode code, Fault fault) {
        String reason = "IMAP mailbox of " + key.name() + " on " + settings.server() + ": "
                + fault.text().replaceFirst("\\.$", "") + ".";
        String suggestion = code == ErrorCode.DEADLINE_PASSED
                ? "Whether it was done is not known; run resume, which looks first."
                : ResponseCode.suggestion(fault.text());
        return new Problem(origin, code, "", reason, suggestion);
    }

    private void stopIfHopeless(Fault fault) {
        String server = "IMAP server " + settings.server() + ": ";
        switch (fault.kind()) {
            case CREDENTIALS ->
                throw stop(
                        ErrorCode.CREDENTIALS_REFUSED,
                        server + "the login of " + settings.login().administrator() + " was refused: " + fault.text()
                                + ". Check imap.admin and its password.",
                        fault);
            case UNUSABLE ->
                throw stop(
                        ErrorCode.CONFIGURATION_INVALID,
                        server + fault.text() + ". Check imap.security, imap.caFile and the server's login mechanisms.",
                        fault);
            default -> stopIfAway(server, fault);
        }
    }

    private void stopIfAway(String server, Fault fault) {
        if (fault.kind() == Kind.UNREACHABLE || fault.kind().isWeather() && crew.hasGivenUp()) {
            throw stop(
                    ErrorCode.IMAP_UNAVAILABLE,
                    server + fault.text() + ". Start it, or see its log, and run resume.",
                    fault);
        }
    }

    private static TargetException stop(ErrorCode code, String message, Fault fault) {
        return new TargetException(TargetName.IMAP, code, message, fault);
    }

    @Override
    public void close() {
        crew.close();
        gate.close();
    }
}
