package dev.muster.legacy;

import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Password;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.model.UserSpec;
import dev.muster.provision.FollowUpDesk;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;
import dev.muster.site.RefusalException;
import dev.muster.target.Target;
import dev.muster.target.TargetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Changes one existing person, in every place that is asked for or in none. Used once, by one thread. */
final class Amendment {
    /**
     * What is done in one target.
     *
     * @param back what undoes it
     */
    record Step(TargetName target, TargetPlan.Change there, TargetPlan.Change back) {}

    private final LegacySite site;
    private final UserName name;
    private final Map<TargetName, TargetState.Present> states = new EnumMap<>(TargetName.class);

    private Amendment(LegacySite site, UserName name) {
        this.site = site;
        this.name = name;
    }

    /**
     * Looks where the person is.
     *
     * @throws RefusalException CONFLICT if she is nowhere, or nobody may touch her
     */
    static Amendment of(LegacySite site, UserName name) {
        Amendment amendment = new Amendment(site, name);
        site.requireUnprotected(name);
        site.targets()
                .read(List.of(ObjectKey.user(name)))
                .values()
                .forEach(byTarget -> byTarget.forEach(amendment::see));
        if (!amendment.states.containsKey(TargetName.LDAP) && !amendment.states.containsKey(TargetName.GROUPWARE)) {
            throw new RefusalException(
                    ExitStatus.CONFLICT, "The user " + name + " does not exist. Nothing was touched.");
        }
        return amendment;
    }

    private void see(TargetName target, TargetState state) {
        if (state instanceof TargetState.Unknown unknown) {
            throw new RefusalException(ExitStatus.UNAVAILABLE, unknown.reason() + ". Nothing was touched.");
        }
        if (state instanceof TargetState.Present present) {
            states.put(target, present);
        }
    }

    /** What there is of the person, by target. */
    Map<TargetName, TargetState.Present> states() {
        return states;
    }

    boolean writes(TargetName target) {
        return states.containsKey(target) && site.targets().written().contains(target);
    }

    /** A change of the person's fields alone; whatever else is missing of her stays so. */
    TargetPlan.Change change(Password password, FieldChange... changes) {
        Claims nobodys = new Claims(
                site.configuration().source(),
                name.value(),
                name,
                MailAddress.of("none@localhost"),
                0,
                0,
                0,
                0,
                DriveName.NONE,
                1);
        Claims claims = site.claims().of(name).orElse(nobodys);
        UserSpec spec = new UserSpec(
                Origin.wholeFile("call"), claims.identity(), name, new TreeMap<>(), password, List.of(), Map.of());
        Claims withoutNumbers = new Claims(
                claims.source(),
                claims.identity(),
                name,
                claims.mail(),
                0,
                0,
                0,
                0,
                DriveName.NONE,
                claims.generation());
        return new TargetPlan.Change(spec, withoutNumbers, List.of(changes));
    }

    /**
     * Does all of it. What was done is undone where something fails.
     *
     * @return where it was done, as the end of a sentence, and what went wrong afterwards
     */
    String apply(List<Step> steps) {
        Deque<Step> begun = new ArrayDeque<>();
        for (Step step : steps) {
            begun.push(step);
            StepOutcome outcome = outcome(step.target(), step.there());
            if (!(outcome instanceof StepOutcome.Done)) {
                throw failed(step, outcome, begun);
            }
        }
        Set<TargetName> targets = Set.copyOf(steps.stream().map(Step::target).toList());
        return (PersonMaking.names(targets) + ". " + (targets.contains(TargetName.GROUPWARE) ? told() : "")).strip();
    }

    /** The administrator's command hears of her. */
    private String told() {
        Map<Long, Origin> changed = new HashMap<>();
        Optional.ofNullable(states.get(TargetName.GROUPWARE))
                .flatMap(present -> present.values(Field.USER_ID).stream().findFirst())
                .ifPresent(id -> changed.put(Long.parseLong(id), Origin.wholeFile("call")));
        return new FollowUpDesk(site.targets().followUps())
                .tell("user", changed)
                .map(warning -> warning.reason() + " " + warning.suggestion())
                .orElse("");
    }

    private StepOutcome outcome(TargetName name, TargetPlan.Change plan) {
        Target target = site.targets().all().get(name);
        if (target == null) {
            throw new IllegalStateException("There is no target " + name + ".");
        }
        try {
            return target.apply(List.of(plan)).getOrDefault(plan.key(), new StepOutcome.Aborted(name));
        } catch (TargetException away) {
            return new StepOutcome.Failed(
                    new Problem(plan.spec().origin(), away.code(), "", String.valueOf(away.getMessage()), ""));
        }
    }

    private RefusalException failed(Step step, StepOutcome outcome, Deque<Step> begun) {
        Problem problem = Problems.of(step.target(), outcome);
        StringBuilder message = new StringBuilder(problem.reason() + " " + problem.suggestion());
        boolean undone = true;
        for (Step each : begun) {
            if (!(outcome(each.target(), each.back()) instanceof StepOutcome.Done) && each != step) {
                undone = false;
                message.append(" It could not be taken back in ")
                        .append(each.target())
                        .append(": do it by hand.");
            }
        }
        message.append(undone ? " Everything is as it was." : "");
        return new RefusalException(Refusal.status(problem.code()), message.toString());
    }
}
