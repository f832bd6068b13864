package dev.muster.legacy;

import dev.muster.legacy.overlay.Folding;
import dev.muster.model.ObjectKey;
import dev.muster.model.Password;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.plan.ObjectPlan;
import dev.muster.provision.Journey;
import dev.muster.target.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes and changes people, in chunks side by side. Used once. */
final class PeopleWave {
    private static final int CHUNKS_PER_PARTITION = 4;
    private static final int SMALLEST_CHUNK = 25;

    private final Scene scene;
    private final Outcomes outcomes;
    private final LegacySite site;
    private final Map<ObjectKey, List<ReplayCall>> calls;
    private final Consumer<Set<ObjectKey>> made;
    private final Set<ObjectKey> refused = Collections.synchronizedSet(new HashSet<>());

    /** @param made hears who is there, chunk by chunk */
    PeopleWave(Scene scene, Outcomes outcomes, Consumer<Set<ObjectKey>> made) {
        this.made = made;
        this.scene = scene;
        this.outcomes = outcomes;
        this.site = scene.site();
        this.calls = scene.bySubject();
    }

    /**
     * Does it; a back-end that goes away ends all of it.
     *
     * @param apart who is left out
     * @return those for whom something was refused, and everything taken back
     */
    Set<ObjectKey> carryOut(List<ObjectPlan> plans, Set<ObjectKey> apart) {
        List<ObjectPlan> open = plans.stream()
                .filter(plan -> !apart.contains(plan.key()))
                .filter(plan -> !calls(plan).stream().allMatch(outcomes::isKnown))
                .toList();
        made.accept(done(plans, apart));
        int partitions = site.configuration().run().partitions();
        int chunk = chunk(open.size(), partitions);
        ExecutorService threads = Executors.newFixedThreadPool(partitions);
        try {
            List<CompletableFuture<Void>> work = new ArrayList<>();
            for (int from = 0; from < open.size(); from += chunk) {
                List<ObjectPlan> some = open.subList(from, Math.min(open.size(), from + chunk));
                work.add(CompletableFuture.runAsync(() -> chunk(some), threads));
            }
            await(work);
        } finally {
            threads.shutdown();
        }
        return refused;
    }

    /** Who was made by a process that was killed. */
    private Set<ObjectKey> done(List<ObjectPlan> plans, Set<ObjectKey> apart) {
        return plans.stream()
                .filter(plan -> !apart.contains(plan.key()))
                .filter(plan -> calls(plan).stream().allMatch(outcomes::isKnown))
                .map(ObjectPlan::key)
                .collect(Collectors.toSet());
    }

    /** Of few people many small chunks are made, so that mailboxes need not wait until everybody has an entry. */
    private int chunk(int people, int partitions) {
        int even = people / (CHUNKS_PER_PARTITION * partitions);
        return Math.min(site.configuration().run().chunk(), Math.max(SMALLEST_CHUNK, even));
    }

    /** Nothing of it works on behind whoever hears of the first that failed. */
    private static void await(List<CompletableFuture<Void>> work) {
        List<RuntimeException> failures = new ArrayList<>();
        for (CompletableFuture<Void> each : work) {
            try {
                each.join();
            } catch (CompletionException failed) {
                failures.add(failed.getCause() instanceof RuntimeException cause ? cause : failed);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void chunk(List<ObjectPlan> plans) {
        if (outcomes.stopped()) {
            return;
        }
        Map<ReplayCall, String> done = new HashMap<>();
        Map<ReplayCall, List<Problem>> warnings = new HashMap<>();
        Map<ObjectKey, Password> before = site.storedPasswords(plans.stream()
                .filter(PeopleWave::changesPassword)
                .map(ObjectPlan::key)
                .toList());
        List<Journey> journeys = site.apply(plans);
        for (Journey journey : journeys) {
            if (journey.succeeded()) {
                String text = Outcomes.text(journey.outcomes());
                calls(journey.plan()).forEach(call -> done.put(call, text));
                calls(journey.plan()).stream().limit(1).forEach(call -> warnings.put(call, journey.warnings()));
            }
        }
        outcomes.done(done, warnings);
        made.accept(journeys.stream()
                .filter(Journey::succeeded)
                .map(journey -> journey.plan().key())
                .collect(Collectors.toSet()));
        journeys.stream().filter(journey -> !journey.succeeded()).forEach(journey -> takeBack(journey, before));
    }

    private static boolean changesPassword(ObjectPlan plan) {
        return plan.steps(TargetName.LDAP).stream()
                .anyMatch(step -> step instanceof TargetPlan.Change change
                        && !(change.spec().password() instanceof Password.Keep));
    }

    private List<ReplayCall> calls(ObjectPlan plan) {
        return calls.getOrDefault(plan.key(), List.of());
    }

    private void takeBack(Journey journey, Map<ObjectKey, Password> before) {
        ObjectPlan plan = journey.plan();
        Set<TargetName> tried = new TreeSet<>(plan.targets());
        journey.outcomes().forEach((target, outcome) -> {
            if (outcome instanceof StepOutcome.Aborted) {
                tried.remove(target);
            }
        });
        new TakeBack(site, plan).run(tried);
        changeBack(plan, tried, before.getOrDefault(plan.key(), new Password.Keep()));
        plan.stages().stream()
                .flatMap(stage -> stage.values().stream())
                .filter(TargetPlan.Create.class::isInstance)
                .map(step -> ((TargetPlan.Create) step).claims())
                .filter(claims -> scene.claimedFirst(claims.identity()))
                .findFirst()
                .ifPresent(claims -> scene.stage().forget(claims));
        refused.add(plan.key());
    }

    /** What was changed of somebody who exists; only the directory gets the old password back, which nobody knows clear. */
    private void changeBack(ObjectPlan plan, Set<TargetName> tried, Password before) {
        plan.stages()
                .forEach(stage -> stage.forEach((name, step) -> {
                    Target target = site.targets().all().get(name);
                    if (tried.contains(name) && target != null && step instanceof TargetPlan.Change change) {
                        Password password = name == TargetName.LDAP ? before : new Password.Keep();
                        target.apply(List.of(Folding.back(change, password)));
                    }
                }));
    }
}
