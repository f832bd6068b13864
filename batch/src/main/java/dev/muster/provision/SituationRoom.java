package dev.muster.provision;

import dev.muster.ledger.RecordedClaim;
import dev.muster.model.Claims;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.Password;
import dev.muster.model.Problem;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserDraft;
import dev.muster.model.UserSpec;
import dev.muster.model.Vocabulary;
import dev.muster.plan.LastApplied;
import dev.muster.plan.Situation;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together what the planner looks at. Thread-safe. */
final class SituationRoom {
    private final PlanningRules rules;
    private final Targets targets;

    SituationRoom(PlanningRules rules, Targets targets) {
        this.rules = rules;
        this.targets = targets;
    }

    Situation situation(
            UserDraft draft, Claims claims, @Nullable RecordedClaim recorded, Map<TargetName, TargetState> states) {
        UserDraft whole = rules.directoryLeads() ? completed(draft, states) : withKeptNames(draft, states);
        UserSpec spec = rules.templates().complete(whole, claims, rules.siteKey());
        return new Situation(draft, spec, claims, last(recorded), digest(spec), states, targets::keeps);
    }

    /** What keeps a person from being planned whatever the targets hold. */
    List<Problem> problems(Situation situation) {
        boolean missing =
                rules.directoryLeads() && !(situation.states().get(TargetName.LDAP) instanceof TargetState.Present);
        return missing
                ? List.of(new Problem(
                        situation.draft().origin(),
                        ErrorCode.NOT_IN_DIRECTORY,
                        Field.USERNAME.name(),
                        "The directory leads here, and has no entry for "
                                + situation.spec().userName() + ".",
                        "Make the entry first, or let Muster write the directory (ldap.mode: write)."))
                : List.of();
    }

    /** What there is to record of a person who has a plan. */
    static RecordedClaim claim(Situation situation) {
        LastApplied last = situation.last();
        return last.recorded()
                ? new RecordedClaim(situation.claims(), last.given(), last.passwordDigest())
                : applied(situation);
    }

    /** What there is to record once the plan has been applied. */
    static RecordedClaim applied(Situation situation) {
        return new RecordedClaim(situation.claims(), given(situation), situation.passwordDigest());
    }

    /** Aliases have a default; of other fields that may hold several values, what the row says. */
    private static Map<Field, List<String>> given(Situation situation) {
        Map<Field, List<String>> given = new HashMap<>();
        situation.spec().values().forEach((field, values) -> {
            boolean said = situation.draft().values().containsKey(field);
            boolean several =
                    Vocabulary.word(field).map(word -> word.kind().multiple()).orElse(true);
            if (field.equals(Field.ALIAS) || said && several && !field.equals(Field.DISABLE)) {
                given.put(field, values);
            }
        });
        return given;
    }

    /** The person's data come from the directory; what the feed says on top of it stands. */
    private UserDraft completed(UserDraft draft, Map<TargetName, TargetState> states) {
        if (!(states.get(TargetName.LDAP) instanceof TargetState.Present present)) {
            return draft;
        }
        Map<Field, List<String>> missing = new HashMap<>(present.values());
        missing.keySet().removeAll(draft.values().keySet());
        rules.houseValues().forEach((field, value) -> missing.remove(field, List.of(value)));
        return draft.with(missing);
    }

    /** What a blank cell keeps, the display name is still made of. */
    private UserDraft withKeptNames(UserDraft draft, Map<TargetName, TargetState> states) {
        Map<Field, List<String>> kept = new HashMap<>();
        for (Field field : rules.templates().displayNameFields()) {
            if (!draft.values().containsKey(field) && !field.equals(Field.USERNAME)) {
                kept(field, states).ifPresent(values -> kept.put(field, values));
            }
        }
        return kept.isEmpty() ? draft : draft.with(kept);
    }

    private static Optional<List<String>> kept(Field field, Map<TargetName, TargetState> states) {
        return states.values().stream()
                .filter(TargetState.Present.class::isInstance)
                .map(state -> ((TargetState.Present) state).values(field))
                .filter(values -> !values.isEmpty())
                .findFirst();
    }

    private static LastApplied last(@Nullable RecordedClaim recorded) {
        return recorded == null
                ? LastApplied.never()
                : new LastApplied(true, recorded.given(), recorded.passwordDigest());
    }

    private String digest(UserSpec spec) {
        String text = text(spec.password());
        if (text.isEmpty()) {
            return "";
        }
        String whose = rules.source() + "\n" + spec.identity() + "\n" + text;
        return HexFormat.of().formatHex(rules.siteKey().derive("password-digest", whose, 32));
    }

    private static String text(Password password) {
        if (password instanceof Password.Clear clear) {
            return clear.secret().reveal();
        }
        return password instanceof Password.Hashed hashed ? hashed.hash().reveal() : "";
    }
}
