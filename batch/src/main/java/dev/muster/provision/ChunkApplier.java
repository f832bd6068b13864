package dev.muster.provision;

import dev.muster.ledger.ObjectOutcome;
import dev.muster.ledger.ObjectOutcome.Result;
import dev.muster.ledger.RecordedClaim;
import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.plan.Holdings;
import dev.muster.plan.ObjectPlan;
import dev.muster.plan.Situation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Applies a chunk of recorded plans: says what it is about to write, and writes it. Of people who exist the targets are
 * read again, and what somebody else changed since is left out; a joiner is not looked for, because making somebody who
 * is there as claimed is done, and making somebody who is not ours is refused, by every target. Repeating a chunk is
 * safe. Thread-safe.
 */
public final class ChunkApplier {
    private final PlanningRules rules;
    private final Targets targets;
    private final ClaimBook book;
    private final Provisioner provisioner;
    private final SituationRoom room;

    public ChunkApplier(PlanningRules rules, Targets targets, ClaimBook book, Provisioner provisioner) {
        this.rules = rules;
        this.targets = targets;
        this.book = book;
        this.provisioner = provisioner;
        this.room = new SituationRoom(rules, targets);
    }

    /**
     * Asks every target that may be written once, long before there is anything to apply.
     *
     * @throws dev.muster.target.TargetException if one of them cannot be used
     */
    public void requireTargets() {
        targets.requireUsable();
    }

    /**
     * Applies the chunk.
     *
     * @param assignments at most one per person
     * @param intents takes what is about to be written, as before-images by ordinal, and has committed it when it returns
     */
    public ChunkResult apply(List<Assignment> assignments, Consumer<Map<Long, String>> intents) {
        Map<Assignment, Situation> situations = situations(assignments);
        Map<Assignment, ObjectPlan> plans = new LinkedHashMap<>();
        List<ObjectOutcome> outcomes = new ArrayList<>();
        situations.forEach((assignment, situation) -> {
            ObjectPlan plan = rules.planner().plan(situation);
            stranger(situation)
                    .or(() -> changedSince(assignment, plan))
                    .ifPresentOrElse(outcomes::add, () -> plans.put(assignment, plan));
        });
        intents.accept(beforeImages(situations, plans));
        List<Journey> journeys = provisioner.apply(List.copyOf(plans.values()));
        List<RecordedClaim> given = new ArrayList<>();
        int next = 0;
        for (Assignment assignment : plans.keySet()) {
            Journey journey = journeys.get(next++);
            outcomes.add(outcome(assignment, journey));
            if (journey.succeeded()) {
                note(given, situations, assignment);
            }
        }
        return new ChunkResult(outcomes, given);
    }

    private Map<Assignment, Situation> situations(List<Assignment> assignments) {
        Map<String, RecordedClaim> claims = book.find(
                assignments.stream().map(each -> each.draft().identity()).toList());
        Map<ObjectKey, Map<TargetName, TargetState>> states = new LinkedHashMap<>();
        List<ObjectKey> joiners = keys(assignments, claims, PlanKind.CREATE);
        states.putAll(rules.directoryLeads() ? targets.readForJoiners(joiners) : targets.absent(joiners));
        states.putAll(targets.read(keys(assignments, claims, PlanKind.CHANGE)));
        Map<Assignment, Situation> situations = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            RecordedClaim claim = claimed(claims, assignment);
            ObjectKey key = ObjectKey.user(claim.claims().userName());
            situations.put(
                    assignment,
                    room.situation(assignment.draft(), claim.claims(), claim, states.getOrDefault(key, Map.of())));
        }
        return situations;
    }

    private static List<ObjectKey> keys(
            List<Assignment> assignments, Map<String, RecordedClaim> claims, PlanKind kind) {
        return assignments.stream()
                .filter(assignment -> assignment.row().kind() == kind)
                .map(assignment ->
                        ObjectKey.user(claimed(claims, assignment).claims().userName()))
                .toList();
    }

    private static RecordedClaim claimed(Map<String, RecordedClaim> claims, Assignment assignment) {
        RecordedClaim claim = claims.get(assignment.draft().identity());
        if (claim == null) {
            throw new IllegalStateException(
                    assignment.draft().origin() + " has a plan but no claim: the state store is not whole.");
        }
        return claim;
    }

    /** Somebody made a person of that name after the plan. */
    private Optional<ObjectOutcome> stranger(Situation situation) {
        List<Problem> problems = rules.conflicts().of(situation, Holdings.none());
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObjectOutcome(situation.draft().origin().ordinal(), Result.FAILED, "", problems));
    }

    /** A joiner is made whole whatever is there of her by now; of a mover only what was planned is changed. */
    private static Optional<ObjectOutcome> changedSince(Assignment assignment, ObjectPlan plan) {
        List<String> unplanned = new ArrayList<>(ChangeDigests.of(plan));
        unplanned.removeAll(new HashSet<>(assignment.row().changes()));
        if (assignment.row().kind() == PlanKind.CREATE || unplanned.isEmpty()) {
            return Optional.empty();
        }
        Problem problem = new Problem(
                assignment.draft().origin(),
                ErrorCode.CHANGED_SINCE_PLAN,
                "",
                "Somebody changed " + plan.key().name() + " after the plan was made (" + fields(unplanned)
                        + "); nothing was touched.",
                "Import the feed again: the new plan starts from what is there now.");
        return Optional.of(new ObjectOutcome(assignment.row().ordinal(), Result.LEFT_OUT, "", List.of(problem)));
    }

    private static String fields(List<String> digests) {
        return digests.stream().map(digest -> digest.split(" ")[1]).distinct().collect(Collectors.joining(", "));
    }

    private static Map<Long, String> beforeImages(
            Map<Assignment, Situation> situations, Map<Assignment, ObjectPlan> plans) {
        Map<Long, String> images = new LinkedHashMap<>();
        plans.forEach((assignment, plan) -> {
            Situation situation = situations.get(assignment);
            if (situation != null) {
                images.put(assignment.row().ordinal(), BeforeImage.of(plan, situation.states()));
            }
        });
        return images;
    }

    private static void note(List<RecordedClaim> given, Map<Assignment, Situation> situations, Assignment assignment) {
        Situation situation = situations.get(assignment);
        if (situation != null && !SituationRoom.claim(situation).equals(SituationRoom.applied(situation))) {
            given.add(SituationRoom.applied(situation));
        }
    }

    private static ObjectOutcome outcome(Assignment assignment, Journey journey) {
        String targets = journey.outcomes().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + word(entry.getValue()))
                .collect(Collectors.joining(" "));
        Result result = journey.succeeded() ? Result.DONE : Result.FAILED;
        List<Problem> problems = new ArrayList<>(journey.problems());
        problems.addAll(journey.warnings());
        return new ObjectOutcome(assignment.row().ordinal(), result, targets, problems);
    }

    private static String word(StepOutcome outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
