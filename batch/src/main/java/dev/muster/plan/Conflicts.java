package dev.muster.plan;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.Problem;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.model.UserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a person may be made or changed at all: existing people are touched only when they are ours, an address has
 * one holder, and some names are nobody's to touch. Pure and thread-safe.
 *
 * @param adoptable what the administrator allowed to take over: any of {@code username}, {@code mailbox}
 * @param guarded folded user names that no feed may touch
 * @param written the targets that may be written: nobody is harmed in the others
 */
public record Conflicts(Set<String> adoptable, Set<String> guarded, Set<TargetName> written) {
    public Conflicts {
        written = Set.copyOf(written);
        adoptable = Set.copyOf(adoptable);
        guarded = Set.copyOf(guarded);
    }

    /** All conflicts of one person; empty means go ahead. */
    public List<Problem> of(Situation situation, Holdings holdings) {
        UserSpec spec = situation.spec();
        List<Problem> problems = new ArrayList<>();
        guardedName(spec).ifPresent(problems::add);
        renamed(situation).ifPresent(problems::add);
        notOurs(situation).ifPresent(problems::add);
        keyHeld(spec, holdings).ifPresent(problems::add);
        mailboxKept(situation, holdings).ifPresent(problems::add);
        addressesHeld(spec, holdings, problems);
        return problems;
    }

    /** Whether the state of a target shows somebody who is ours: by key, by record, or by the administrator's word. */
    public boolean ours(Situation situation, TargetState.Present present) {
        UserSpec spec = situation.spec();
        Optional<String> key = spec.first(Field.KEY);
        boolean sameKey = key.isPresent() && present.values(Field.KEY).contains(key.get());
        return sameKey || recorded(situation, present) || adopted(spec, present);
    }

    /** Taken over at the administrator's word: by the name alone, or where the name's holder has the same address. */
    private boolean adopted(UserSpec spec, TargetState.Present present) {
        boolean sameMail =
                present.values(Field.MAIL).stream().anyMatch(spec.mail().value()::equalsIgnoreCase);
        return adoptable.contains("username") || adoptable.contains("mail") && sameMail;
    }

    private static boolean recorded(Situation situation, TargetState.Present present) {
        if (!situation.last().recorded()) {
            return false;
        }
        return claimed(present, Field.USER_ID, situation.claims().userId())
                || claimed(present, Field.UID_NUMBER, situation.claims().uidNumber());
    }

    private static boolean claimed(TargetState.Present present, Field field, long number) {
        return number != 0 && present.values(field).contains(Long.toString(number));
    }

    private Optional<Problem> guardedName(UserSpec spec) {
        if (!guarded.contains(spec.userName().folded())) {
            return Optional.empty();
        }
        return problem(
                spec,
                ErrorCode.PROTECTED,
                Field.USERNAME,
                "The user " + spec.userName() + " is protected and no feed may touch it.",
                "Take the row out of the feed, or the name off the protected list.");
    }

    private static Optional<Problem> renamed(Situation situation) {
        UserName claimed = situation.claims().userName();
        UserSpec spec = situation.spec();
        return situation
                .draft()
                .first(Field.USERNAME)
                .filter(said -> !said.equalsIgnoreCase(claimed.value()))
                .flatMap(said -> problem(
                        spec,
                        ErrorCode.RENAME_UNSUPPORTED,
                        Field.USERNAME,
                        "The person with key '" + spec.identity() + "' is known as " + claimed + ", the feed now says "
                                + said + ".",
                        "Keep the user name " + claimed + "; an import never renames."));
    }

    /** One target that shows her as ours is proof for the others: they hold the same name. */
    private Optional<Problem> notOurs(Situation situation) {
        Map<TargetName, TargetState> states = situation.states();
        boolean proven = false;
        TargetName stranger = null;
        for (Map.Entry<TargetName, TargetState> entry : states.entrySet()) {
            boolean identifies = entry.getKey() != TargetName.IMAP;
            if (identifies && entry.getValue() instanceof TargetState.Present present) {
                boolean ours = ours(situation, present);
                proven |= ours;
                boolean harmed = !ours && written.contains(entry.getKey());
                stranger = harmed && stranger == null ? entry.getKey() : stranger;
            }
        }
        if (proven || stranger == null) {
            return Optional.empty();
        }
        UserSpec spec = situation.spec();
        return problem(
                spec,
                ErrorCode.NOT_OURS,
                Field.USERNAME,
                "The " + stranger + " has a user " + spec.userName() + " that this source did not make"
                        + keyOf(states.get(stranger)) + ".",
                "Choose another user name, or take the person over with --adopt=username.");
    }

    private static String keyOf(@org.jspecify.annotations.Nullable TargetState state) {
        if (state instanceof TargetState.Present present
                && !present.values(Field.KEY).isEmpty()) {
            return " (its key is '" + present.values(Field.KEY).get(0) + "')";
        }
        return "";
    }

    private static Optional<Problem> keyHeld(UserSpec spec, Holdings holdings) {
        String key = spec.first(Field.KEY).orElse("");
        return holdings.keys().getOrDefault(key, List.of()).stream()
                .filter(holder -> !holder.is(spec.userName().value()))
                .findFirst()
                .flatMap(holder -> problem(
                        spec,
                        ErrorCode.IDENTITY_HELD,
                        Field.KEY,
                        "The key '" + key + "' belongs to " + holder + ".",
                        "Give the row that user name, or correct the key."));
    }

    /** The mail of somebody who was deleted is not given to another one of her name; a mailbox made ready for her is. */
    private Optional<Problem> mailboxKept(Situation situation, Holdings holdings) {
        UserSpec spec = situation.spec();
        String key = holdings.mailboxes().get(spec.userName().folded());
        boolean same = key != null
                && !key.isEmpty()
                && spec.first(Field.KEY).filter(key::equals).isPresent();
        if (key == null || same || adoptable.contains("mailbox") || isKnown(situation)) {
            return Optional.empty();
        }
        return problem(
                spec,
                ErrorCode.MAILBOX_KEPT,
                Field.USERNAME,
                "The mailbox of an earlier " + spec.userName() + ", who was deleted"
                        + (key.isEmpty() ? "" : " (key '" + key + "')") + ", was kept.",
                "Choose another user name, or give the mailbox away with --adopt=mailbox.");
    }

    private static boolean isKnown(Situation situation) {
        return situation.states().entrySet().stream()
                .anyMatch(
                        state -> state.getKey() != TargetName.IMAP && state.getValue() instanceof TargetState.Present);
    }

    private static void addressesHeld(UserSpec spec, Holdings holdings, List<Problem> problems) {
        for (MailAddress address : spec.addresses()) {
            holdings.addresses().getOrDefault(address.folded(), List.of()).stream()
                    .filter(holder -> !holder.is(spec.userName().value()))
                    .findFirst()
                    .flatMap(holder -> problem(
                            spec,
                            ErrorCode.ADDRESS_HELD,
                            address.equals(spec.mail()) ? Field.MAIL : Field.ALIAS,
                            "The address " + address + " is held by " + holder + ".",
                            "Take it off there first, or give this person another address."))
                    .ifPresent(problems::add);
        }
    }

    private static Optional<Problem> problem(
            UserSpec spec, ErrorCode code, Field field, String reason, String suggestion) {
        return Optional.of(new Problem(spec.origin(), code, field.name(), reason, suggestion));
    }
}
