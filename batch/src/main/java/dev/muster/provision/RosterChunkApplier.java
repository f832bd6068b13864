package dev.muster.provision;

import dev.muster.ledger.ObjectOutcome;
import dev.muster.ledger.ObjectOutcome.Result;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterDraft;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import dev.muster.provision.RosterRoom.View;
import dev.muster.target.Roster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Applies recorded plans for groups, resources or resource groups: reads the targets again, leaves out what somebody else
 * changed since, says what it is about to write, and writes it. Repeating a chunk is safe. For one thread at a time.
 */
public final class RosterChunkApplier {
    private final RosterRules rules;
    private final RosterRoom room;
    private final MemberDesk desk;

    public RosterChunkApplier(RosterRules rules) {
        this.rules = rules;
        this.room = new RosterRoom(rules);
        this.desk = new MemberDesk(rules);
    }

    /**
     * Applies plans of one kind. A member who is not there, because making him failed, is left out, and the group counts
     * as failed.
     *
     * @param assignments at most one per object
     * @param intents takes what is about to be written, as before-images by ordinal, and has committed it when it returns
     */
    public List<ObjectOutcome> apply(List<RosterAssignment> assignments, Consumer<Map<Long, String>> intents) {
        View view =
                room.look(assignments.stream().map(each -> each.draft().key()).toList());
        List<ObjectOutcome> outcomes = new ArrayList<>();
        Map<ObjectKey, RosterWork> works = new LinkedHashMap<>();
        assignments.forEach(assignment -> objection(assignment, view)
                .ifPresentOrElse(
                        outcomes::add, () -> works.put(assignment.draft().key(), room.work(assignment.draft(), view))));
        Map<ObjectKey, ObjectKey> there = there(works.values());
        Map<ObjectKey, Set<ObjectKey>> missing = new HashMap<>();
        works.forEach((key, work) -> missing.put(key, RosterChunkPlanner.without(work.coming(), there.keySet())));
        works.replaceAll((key, work) -> work.among(there));
        intents.accept(images(works.values()));
        RosterWriting writing = new RosterWriting(List.copyOf(works.values()));
        write(assignments, writing);
        Map<ObjectKey, Problem> warnings = told(works.values(), writing);
        works.values().forEach(work -> {
            ObjectOutcome outcome = outcome(work, writing, missing.getOrDefault(work.key(), Set.of()));
            outcomes.add(warned(outcome, Optional.ofNullable(warnings.get(work.key()))));
        });
        forget(outcomes, works.values(), view);
        return outcomes;
    }

    private Optional<ObjectOutcome> objection(RosterAssignment assignment, View view) {
        RosterDraft draft = assignment.draft();
        List<Problem> unplannable = RosterJudge.unplannable(draft, view.of(draft.key()));
        if (!unplannable.isEmpty()) {
            return Optional.of(new ObjectOutcome(assignment.row().ordinal(), Result.FAILED, "", unplannable));
        }
        List<String> changed =
                assignment.row().kind() == PlanKind.CREATE ? strangers(draft.key(), view) : unplanned(assignment, view);
        return changed.isEmpty() ? Optional.empty() : Optional.of(leftOut(assignment, changed));
    }

    /** What was made after the plan by somebody else: it has another number than the claimed one. */
    private static List<String> strangers(ObjectKey key, View view) {
        RosterClaims claims = view.claimsOf(key);
        Set<String> strangers = new TreeSet<>();
        view.of(key).values().forEach(state -> {
            if (state instanceof RosterState.Present present) {
                if (isOther(present, Field.GID_NUMBER, claims.gidNumber())
                        || isOther(present, Field.PRINCIPAL_ID, claims.principalId())) {
                    strangers.add("made by somebody else");
                }
            }
        });
        return List.copyOf(strangers);
    }

    private static boolean isOther(RosterState.Present present, Field field, long claimed) {
        return claimed != 0
                && present.first(field)
                        .filter(number -> !number.equals(Long.toString(claimed)))
                        .isPresent();
    }

    /** The fields whose changes were not planned. */
    private List<String> unplanned(RosterAssignment assignment, View view) {
        List<String> unplanned = new ArrayList<>(
                ChangeDigests.of(room.work(assignment.draft(), view).steps()));
        unplanned.removeAll(Set.copyOf(assignment.row().changes()));
        return unplanned.stream().map(digest -> digest.split(" ")[1]).distinct().toList();
    }

    private static ObjectOutcome leftOut(RosterAssignment assignment, List<String> changed) {
        Problem problem = new Problem(
                assignment.draft().origin(),
                ErrorCode.CHANGED_SINCE_PLAN,
                "",
                "Somebody changed the " + assignment.draft().key() + " after the plan was made ("
                        + String.join(", ", changed) + "); nothing was touched.",
                "Import the feed again: the new plan starts from what is there now.");
        return new ObjectOutcome(assignment.row().ordinal(), Result.LEFT_OUT, "", List.of(problem));
    }

    private Map<ObjectKey, ObjectKey> there(Collection<RosterWork> works) {
        Set<ObjectKey> coming = new LinkedHashSet<>();
        works.forEach(work -> coming.addAll(work.coming()));
        return coming.isEmpty() ? Map.of() : desk.there(coming);
    }

    private static Map<Long, String> images(Collection<RosterWork> works) {
        Map<Long, String> images = new LinkedHashMap<>();
        works.forEach(work -> images.put(work.draft().origin().ordinal(), BeforeImage.of(work)));
        return images;
    }

    /**
     * The directory first; but a new resource is made in the groupware first, which alone knows its own by their number.
     */
    private void write(List<RosterAssignment> assignments, RosterWriting writing) {
        if (assignments.isEmpty()) {
            return;
        }
        ObjectKey.Kind kind = assignments.get(0).draft().key().kind();
        List<Roster> rosters = new ArrayList<>(rules.writing(kind));
        writing.run(rosters, step -> step instanceof RosterPlan.Change);
        if (kind == ObjectKey.Kind.RESOURCE) {
            Collections.reverse(rosters);
        }
        writing.run(rosters, step -> step instanceof RosterPlan.Create);
    }

    private static ObjectOutcome outcome(RosterWork work, RosterWriting writing, Set<ObjectKey> missing) {
        List<Problem> problems = new ArrayList<>(writing.problems(work));
        if (!missing.isEmpty()) {
            problems.add(RosterJudge.unknownMembers(work.draft(), missing));
        }
        Result result = problems.isEmpty() ? Result.DONE : Result.FAILED;
        return new ObjectOutcome(work.draft().origin().ordinal(), result, writing.targets(work), problems);
    }

    /** What went wrong where the administrator's command heard of the objects that were written; on the first of them. */
    private Map<ObjectKey, Problem> told(Collection<RosterWork> works, RosterWriting writing) {
        Map<Long, Origin> changed = new LinkedHashMap<>();
        List<ObjectKey> keys = new ArrayList<>();
        works.stream()
                .filter(work -> writing.isDone(work, TargetName.GROUPWARE))
                .forEach(work -> {
                    changed.put(work.groupwareId(), work.draft().origin());
                    keys.add(work.key());
                });
        return new FollowUpDesk(rules.targets().followUps())
                .tell(keys.isEmpty() ? "" : keys.get(0).kind().toString(), changed)
                .map(warning -> Map.of(keys.get(0), warning))
                .orElse(Map.of());
    }

    private static ObjectOutcome warned(ObjectOutcome outcome, Optional<Problem> warning) {
        if (warning.isEmpty()) {
            return outcome;
        }
        List<Problem> problems = new ArrayList<>(outcome.problems());
        problems.add(warning.get());
        return new ObjectOutcome(outcome.ordinal(), outcome.result(), outcome.targets(), problems);
    }

    /** Who has gone everywhere is no longer this source's to take away. */
    private void forget(List<ObjectOutcome> outcomes, Collection<RosterWork> works, View view) {
        Set<Long> done = outcomes.stream()
                .filter(outcome -> outcome.result() == Result.DONE)
                .map(ObjectOutcome::ordinal)
                .collect(Collectors.toSet());
        Map<ObjectKey, Set<ObjectKey>> gone = new HashMap<>();
        works.stream()
                .filter(work -> done.contains(work.draft().origin().ordinal()) && rules.everywhere())
                .forEach(work -> work.draft()
                        .members()
                        .ifPresent(members ->
                                gone.put(work.key(), RosterChunkPlanner.without(view.givenTo(work.key()), members))));
        rules.rosters().takeBack(gone);
    }
}
