package dev.muster.legacy;

import dev.muster.legacy.overlay.Overlay;
import dev.muster.model.ObjectKey;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;
import dev.muster.site.RefusalException;
import dev.muster.target.TargetException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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
            Overlay overlay = scene.rehearsal().overlay();
            apart.addAll(new PeopleWave(scene, outcomes).carryOut(overlay.people(), apart));
            spread(apart);
            apart.addAll(new RosterWave(scene, outcomes).carryOut(overlay.rosters(), apart));
            spread(apart);
        }
        if (!outcomes.stopped()) {
            oneByOne();
        }
        return scene.calls().stream().allMatch(outcomes::isKnown);
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
        try {
            ReplayCall whole = CallFile.withSecrets(call);
            whole.command().run(whole.call(), scene.stage());
            outcomes.done(Map.of(call, ""));
        } catch (TargetException away) {
            throw away;
        } catch (RefusalException | IllegalArgumentException | IllegalStateException refused) {
            Refusal why = Refusal.of(refused);
            if (why.status() == ExitStatus.UNAVAILABLE) {
                throw refused;
            }
            conclude(call, why);
        }
    }

    /** Who was at work when the process was killed has done it: it was judged that it can be done. */
    private void conclude(ReplayCall call, Refusal why) {
        boolean doneBefore = scene.tape().isPresent() && why.status() == ExitStatus.CONFLICT;
        if (doneBefore) {
            outcomes.done(Map.of(call, ""));
        } else {
            outcomes.failed(call, why);
        }
    }
}
