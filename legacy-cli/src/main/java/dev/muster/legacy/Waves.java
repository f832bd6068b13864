package dev.muster.legacy;

import dev.muster.legacy.overlay.Overlay;
import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.plan.ObjectPlan;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import dev.muster.target.TargetException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Does the calls of a segment: people, then groups and resources, then deletions, each in bulk. What a back-end refuses is
 * taken back, and its calls, with all that name what they are about, are done one by one as they would be alone. Used once.
 */
final class Waves {
    private final Scene scene;
    private final Outcomes outcomes;

    Waves(Scene scene, Outcomes outcomes) {
        this.scene = scene;
        this.outcomes = outcomes;
    }

    /**
     * @param doubtful calls that cannot be folded, though they are to be done
     * @return whether every call has an outcome; not so where it was stopped
     */
    boolean carryOut(Set<ReplayCall> doubtful) {
        outcomes.recall(scene.segment());
        Set<ObjectKey> apart = new HashSet<>();
        if (scene.segment().standsAlone() && scene.segment().source() == Source.ALL) {
            subjects(scene.calls().stream().toList()).forEach(apart::add);
        } else {
            doubtful.stream()
                    .filter(scene.calls()::contains)
                    .forEach(call -> call.subject().ifPresent(apart::add));
            apart.addAll(
                    subjects(scene.calls().stream().filter(scene::wasBegunAlone).toList()));
            spread(apart);
            bulk(apart);
        }
        if (!outcomes.stopped()) {
            oneByOne();
        }
        return scene.calls().stream().allMatch(outcomes::isKnown);
    }

    /** @param apart what is done one by one; gets what was refused, with all that names it */
    private void bulk(Set<ObjectKey> apart) {
        Overlay overlay = scene.rehearsal().overlay();
        List<ObjectPlan> people = overlay.people();
        RosterWave rosters = new RosterWave(scene, outcomes, overlay.rosters());
        Set<ObjectKey> coming = people.stream().map(ObjectPlan::key).collect(Collectors.toSet());
        try (EarlyGroups early = new EarlyGroups(rosters.early(coming, apart), rosters::write)) {
            apart.addAll(new PeopleWave(scene, outcomes, early::made).carryOut(people, apart));
            early.await();
        }
        spread(apart);
        apart.addAll(rosters.carryOut(apart));
        spread(apart);
    }

    private static Set<ObjectKey> subjects(Iterable<ReplayCall> calls) {
        Set<ObjectKey> subjects = new HashSet<>();
        calls.forEach(call -> call.subject().ifPresent(subjects::add));
        return subjects;
    }

    /** Whoever names a member that is done apart, is done apart as a whole. */
    private void spread(Set<ObjectKey> apart) {
        boolean more = true;
        while (more) {
            more = false;
            for (ReplayCall call : scene.calls()) {
                boolean names = call.members().stream().anyMatch(apart::contains);
                more |= names && call.subject().map(apart::add).orElse(false);
            }
        }
    }

    private void oneByOne() {
        for (ReplayCall call : scene.calls()) {
            if (!outcomes.isKnown(call)) {
                alone(call);
            }
        }
    }

    private void alone(ReplayCall call) {
        boolean begunBefore = scene.wasBegunAlone(call);
        if (!begunBefore) {
            outcomes.begin(scene.segment(), call);
        }
        try {
            Call whole = CallFile.withSecrets(call).call();
            if (begunBefore) {
                call.command().finish(whole, scene.stage());
            } else {
                call.command().run(whole, scene.stage());
            }
            outcomes.done(Map.of(call, ""));
        } catch (TargetException away) {
            throw away;
        } catch (RefusalException | AccountRefusal | IllegalArgumentException | IllegalStateException refused) {
            Verdict why = Verdict.of(call.name(), refused);
            if (why.code() == ErrorCode.CALL_UNAVAILABLE) {
                throw refused;
            }
            conclude(call, why, begunBefore);
        }
    }

    /** The process that was killed in the middle of this call may have come to its end: then nothing is left to do. */
    private void conclude(ReplayCall call, Verdict why, boolean begunBefore) {
        if (begunBefore && why.is(ExitStatus.CONFLICT)) {
            outcomes.done(Map.of(call, ""));
        } else {
            outcomes.failed(call, why);
        }
    }
}
