package dev.muster.provision;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserName;
import dev.muster.target.FollowUps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells the administrator's commands what was done with a chunk. What goes wrong there is a warning on the first of those
 * whom it is about; nobody fails for it. Thread-safe.
 */
public record FollowUpDesk(FollowUps commands) {
    /** Tells of people, once they have gone all of their way. */
    void tell(List<Journey> journeys) {
        Map<Journey, Long> changed = new LinkedHashMap<>();
        Map<Journey, UserName> disabled = new LinkedHashMap<>();
        journeys.forEach(journey -> {
            groupwareId(journey).ifPresent(id -> changed.put(journey, id));
            if (wasDisabled(journey)) {
                disabled.put(journey, UserName.of(journey.plan().key().name()));
            }
        });
        if (!changed.isEmpty()) {
            commands.changed("user", changed.values()).ifPresent(fault -> warn(changed, fault));
        }
        if (!disabled.isEmpty()) {
            commands.disabled(disabled.values()).ifPresent(fault -> warn(disabled, fault));
        }
    }

    /**
     * Tells of users, groups or resources of one kind; the answer is what went wrong.
     *
     * @param kind {@code user}, {@code group} or {@code resource}
     * @param changed the groupware's numbers, and where each was asked for
     */
    public Optional<Problem> tell(String kind, Map<Long, Origin> changed) {
        return changed.isEmpty()
                ? Optional.empty()
                : commands.changed(kind, changed.keySet())
                        .map(fault -> warning(changed.values().iterator().next(), fault, changed.keySet()));
    }

    /** Tells of the groups and resources that these steps were about; the answer is what went wrong. */
    public List<Problem> tell(Collection<RosterStep> done) {
        Map<String, Map<Long, Origin>> changed = new TreeMap<>();
        done.stream()
                .filter(step -> step.groupwareId() != 0)
                .forEach(
                        step -> changed.computeIfAbsent(step.plan().key().kind().toString(), any -> new TreeMap<>())
                                .put(step.groupwareId(), step.plan().origin()));
        List<Problem> warnings = new ArrayList<>();
        changed.forEach((kind, ids) -> tell(kind, ids).ifPresent(warnings::add));
        return warnings;
    }

    private static <T> void warn(Map<Journey, T> whom, String fault) {
        Journey first = whom.keySet().iterator().next();
        first.warn(warning(first.origin(), fault, whom.values()));
    }

    private static <T> Problem warning(Origin origin, String fault, Collection<T> whom) {
        String all = whom.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Problem(
                origin,
                ErrorCode.FOLLOW_UP_FAILED,
                "",
                "Everything was written as the outcome says, but the command " + fault.replaceFirst("\\.$", "") + ".",
                "Run it by hand for " + all + ".");
    }

    private static Optional<Long> groupwareId(Journey journey) {
        if (!(journey.outcomes().get(TargetName.GROUPWARE) instanceof StepOutcome.Done)) {
            return Optional.empty();
        }
        return journey.plan().steps(TargetName.GROUPWARE).stream()
                .map(FollowUpDesk::id)
                .filter(id -> id != 0)
                .findFirst();
    }

    private static long id(TargetPlan step) {
        if (step instanceof TargetPlan.Specified specified) {
            return specified.claims().userId();
        }
        return ((TargetPlan.Leaving) step).numbers().userId();
    }

    private static boolean wasDisabled(Journey journey) {
        return journey.outcomes().entrySet().stream()
                .filter(each -> each.getValue() instanceof StepOutcome.Done)
                .anyMatch(each -> journey.plan().steps(each.getKey()).stream().anyMatch(FollowUpDesk::disables));
    }

    /** A creation that is taken back lets nobody out who was in. */
    private static boolean disables(TargetPlan step) {
        if (step instanceof TargetPlan.Change change) {
            return change.changes().stream()
                    .anyMatch(each ->
                            each.field().equals(Field.ACTIVATED) && each.to().contains("no"));
        }
        return step instanceof TargetPlan.Disable || step instanceof TargetPlan.Delete deletion && !deletion.undo();
    }
}
