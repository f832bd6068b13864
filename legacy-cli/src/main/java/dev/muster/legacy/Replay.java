package dev.muster.legacy;

import dev.muster.config.Configuration;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.ledger.Stage;
import dev.muster.model.Problem;
import dev.muster.model.Secret;
import dev.muster.site.ExitStatus;
import dev.muster.site.FeedDoor;
import dev.muster.site.RefusalException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Carries a file of calls out: checks all of them, then decides and does them segment by segment. For one thread. */
final class Replay {
    private final Configuration configuration;
    private final CallFile file;
    private final Run run;
    private final Ledger ledger;
    private final FeedDoor.Watch watch;
    private final ReplayStage stage;

    Replay(ReplayStage stage, CallFile file, Run run, Ledger ledger, FeedDoor.Watch watch) {
        this.configuration = stage.configuration();
        this.file = file;
        this.run = run;
        this.ledger = ledger;
        this.watch = watch;
        this.stage = stage;
    }

    /** @return false where it was stopped before the end */
    boolean carryOut() {
        long rows = file.source().size();
        if (run.rowsRead() == 0) {
            check(rows);
        }
        Set<Long> rejected = ledger.problems().rejected(run.id(), 1, rows);
        watch.begin(FeedDoor.Part.APPLY, rows);
        watch.advance(file.problems().size(), file.problems().size());
        for (Segment segment : Segment.of(file.understood())) {
            if (watch.stopped() || tooManyFailed()) {
                return false;
            }
            if (!new SegmentWork(stage, file, run.id(), ledger, watch).carryOut(segment, rejected)) {
                return false;
            }
        }
        return !tooManyFailed();
    }

    private boolean tooManyFailed() {
        return ledger.outcomes().failed(run.id()) > configuration.run().failures();
    }

    /** Looks at everything that can be known without the calls before: before anything is written. */
    private void check(long rows) {
        watch.begin(FeedDoor.Part.CHECK, rows);
        List<Problem> problems = new ArrayList<>(file.problems());
        Map<Asker, Optional<RefusalException>> askers = new HashMap<>();
        for (ReplayCall call : file.understood()) {
            objection(call, askers)
                    .map(refused -> Verdict.of(call.name(), refused))
                    .ifPresent(verdict -> problems.add(CallFile.problem(file.origin(call), verdict)));
        }
        problems.sort(Comparator.comparingLong(problem -> problem.origin().ordinal()));
        ledger.together(() -> {
            ledger.problems().clear(run.id(), Stage.CHECK);
            ledger.problems().insert(run.id(), Stage.CHECK, problems, new AtomicLong()::incrementAndGet);
            ledger.runs().checked(run.id(), rows, true);
        });
    }

    private Optional<? extends RuntimeException> objection(
            ReplayCall call, Map<Asker, Optional<RefusalException>> askers) {
        if (call.asksForHelp()) {
            return Optional.empty();
        }
        try {
            Call whole = CallFile.withSecrets(call).call();
            Asker asker = new Asker(
                    whole.text(CommandModel.ADMIN_USER), call.command().password(whole));
            return askers.computeIfAbsent(asker, this::refused);
        } catch (RefusalException | AccountRefusal refused) {
            return Optional.of(refused);
        }
    }

    /** A site at which nobody can be checked lets nobody do anything: that is no call's fault. */
    private Optional<RefusalException> refused(Asker asker) {
        try {
            new Administrators(configuration).require(asker.name(), asker.password());
            return Optional.empty();
        } catch (RefusalException refused) {
            if (refused.refusal().status() != ExitStatus.CREDENTIALS) {
                throw refused;
            }
            return Optional.of(refused);
        }
    }

    /** Who asks, asked for once. */
    private record Asker(String name, Secret password) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Asker that
                    && name.equals(that.name)
                    && password.reveal().equals(that.password.reveal());
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
