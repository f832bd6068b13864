package dev.muster.provision;

import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterDraft;
import dev.muster.provision.RosterRoom.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans a chunk of groups, resources and resource groups, after the people and in the order of {@link RosterRules#KINDS}:
 * a member is fine when it is there or has a plan. For one thread.
 */
public final class RosterChunkPlanner {
    private final RosterRules rules;
    private final RosterRoom room;
    private final MemberDesk desk;

    public RosterChunkPlanner(RosterRules rules) {
        this.rules = rules;
        this.room = new RosterRoom(rules);
        this.desk = new MemberDesk(rules);
    }

    /**
     * One answer per draft, in the same order. Numbers and given members of those with a plan are recorded before this
     * returns.
     *
     * @param drafts of one kind, each object once
     */
    public List<PlannedRoster> plan(List<RosterDraft> drafts) {
        View view = room.look(drafts.stream().map(RosterDraft::key).toList());
        Map<ObjectKey, List<Problem>> problems = new HashMap<>();
        drafts.forEach(draft -> problems.put(draft.key(), RosterJudge.unplannable(draft, view.of(draft.key()))));
        List<RosterWork> works = drafts.stream()
                .filter(draft -> isFine(problems, draft))
                .map(draft -> room.work(draft, view))
                .toList();
        Map<ObjectKey, ObjectKey> members = members(works);
        RosterJudge judge = new RosterJudge(rules, works);
        works.forEach(work -> problems.put(work.key(), judge.problems(work, members.keySet())));
        Map<ObjectKey, RosterWork> ready =
                ready(drafts.stream().filter(draft -> isFine(problems, draft)).toList(), view, members);
        return drafts.stream()
                .map(draft -> answer(ready.get(draft.key()), problems.getOrDefault(draft.key(), List.of())))
                .toList();
    }

    private static boolean isFine(Map<ObjectKey, List<Problem>> problems, RosterDraft draft) {
        return problems.getOrDefault(draft.key(), List.of()).isEmpty();
    }

    private Map<ObjectKey, ObjectKey> members(List<RosterWork> works) {
        Set<ObjectKey> coming = new LinkedHashSet<>();
        works.forEach(work -> coming.addAll(work.coming()));
        return coming.isEmpty() ? Map.of() : desk.planned(coming);
    }

    private Map<ObjectKey, RosterWork> ready(List<RosterDraft> drafts, View view, Map<ObjectKey, ObjectKey> members) {
        Map<ObjectKey, RosterClaims> claims = new RosterNumbers(rules)
                .number(drafts.stream().map(RosterDraft::key).toList(), view);
        View numbered = view.with(claims);
        Map<ObjectKey, RosterWork> ready = new HashMap<>();
        drafts.forEach(
                draft -> ready.put(draft.key(), room.work(draft, numbered).among(members)));
        rules.rosters().save(claims);
        record(new ArrayList<>(ready.values()), view);
        return ready;
    }

    /** Members are this source's from before the first of them is written; who has gone everywhere is no more. */
    private void record(List<RosterWork> works, View view) {
        Map<ObjectKey, Set<ObjectKey>> given = new HashMap<>();
        Map<ObjectKey, Set<ObjectKey>> gone = new HashMap<>();
        for (RosterWork work : works) {
            Set<ObjectKey> before = view.givenTo(work.key());
            work.draft().members().ifPresent(members -> {
                given.put(work.key(), without(members, before));
                if (work.kind() == PlanKind.UNCHANGED && rules.everywhere()) {
                    gone.put(work.key(), without(before, members));
                }
            });
        }
        rules.rosters().give(given);
        rules.rosters().takeBack(gone);
    }

    static Set<ObjectKey> without(Set<ObjectKey> all, Set<ObjectKey> others) {
        Set<ObjectKey> rest = new LinkedHashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static PlannedRoster answer(@Nullable RosterWork work, List<Problem> problems) {
        return work == null ? new PlannedRoster.Refused(problems) : new PlannedRoster.Ready(work);
    }
}
