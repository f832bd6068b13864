package dev.muster.cli;

import dev.muster.job.Ending;
import dev.muster.job.Progress;
import dev.muster.job.StopSwitch;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.report.TargetTotals;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run, begun or resumed: shows how far it is, ends it cleanly when asked to, and says what came of it. */
final class ImportRun {
    private static final int SECONDS_TO_STOP = 120;
    private final RunFrame frame;
    private final Work work;
    private final StopSwitch stop = new StopSwitch();
    private final Progress progress = new Progress();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable RunReports files;
    private volatile Optional<String> mapTrouble = Optional.empty();

    /** What a run does. */
    interface Work {
        /**
         * Does it, and goes on where it was left off.
         *
         * @param stop thrown when nothing new is to be begun
         * @param report writes the reports; the last thing to do
         */
        Ending run(StopSwitch stop, Progress progress, Runnable report);
    }

    ImportRun(RunFrame frame, Work work) {
        this.frame = frame;
        this.work = work;
    }

    int call() {
        Thread signal = new Thread(this::stopAndWait, "stop");
        Runtime.getRuntime().addShutdownHook(signal);
        try {
            return execute().number();
        } finally {
            ended.countDown();
        }
    }

    private ExitStatus execute() {
        try (ProgressLine line = ProgressLine.show(progress, this::watchLock)) {
            Ending ending = work.run(stop, progress, this::reportDone);
            line.close();
            return conclude(ending);
        }
    }

    /** A signal ends the run with the chunk that is under way, so that it can be resumed without loss. */
    private void stopAndWait() {
        if (ended.getCount() == 0) {
            return;
        }
        System.err.println("\nStopping after the current chunk ...");
        stop.stop();
        try {
            if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                System.err.println("The current chunk takes too long; muster resume finds out what was done.");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void watchLock() {
        if (!frame.lock().held()) {
            stop.stop();
        }
    }

    private ExitStatus conclude(Ending ending) {
        Ledger ledger = frame.ledger();
        Run run = frame.run();
        Summary summary = Summary.of(now(), ledger);
        ExitStatus status = status(ending, summary);
        Run.State state =
                ending instanceof Ending.Complete || status == ExitStatus.GUARD ? Run.State.DONE : Run.State.STOPPED;
        ledger.runs().ended(run.id(), state, status.number(), System.currentTimeMillis());
        if (!(ending instanceof Ending.Complete)) {
            report(now());
        }
        Summary ended = Summary.of(now(), ledger);
        System.out.println(frame.json() ? ended.json() : ended.text(TargetTotals.of(ledger, run.id())));
        mapTrouble.ifPresent(System.err::println);
        if (files != null) {
            System.err.println(files.text());
        }
        if (state == Run.State.STOPPED) {
            System.err.println("Run " + run.id() + " is not done. Go on with: muster resume " + run.id());
        }
        return status;
    }

    /** The last thing of a run: whoever is killed in it writes the reports again when she goes on. */
    private void reportDone() {
        mapTrouble = SenderMaps.write(frame.configuration(), frame.ledger());
        Run now = now();
        ExitStatus status = complete(Summary.of(now, frame.ledger()));
        report(now.done(status.number(), System.currentTimeMillis()));
    }

    private void report(Run told) {
        files = RunReports.write(frame, told);
    }

    private Run now() {
        return frame.ledger().runs().find(frame.run().id()).orElse(frame.run());
    }

    private ExitStatus status(Ending ending, Summary summary) {
        if (ending instanceof Ending.Broken broken) {
            return status(broken.cause());
        }
        if (ending instanceof Ending.Stopped) {
            return whyStopped(summary);
        }
        return complete(summary);
    }

    private ExitStatus complete(Summary summary) {
        boolean bad = summary.totals().rejected()
                        + summary.totals().failed()
                        + summary.totals().leftOut()
                > 0;
        if (summary.totals().pending() > 0 || !summary.totals().exact()) {
            return ExitStatus.UNEXPECTED;
        }
        return bad || mapTrouble.isPresent() ? ExitStatus.SOME_ROWS_BAD : ExitStatus.DONE;
    }

    /** What nobody expected is shown with its trace: it is for Muster's developers. */
    private static ExitStatus status(Throwable cause) {
        Refusal refusal = JobRefusal.of(cause);
        System.err.println("muster: " + refusal.message());
        if (refusal.status() == ExitStatus.UNEXPECTED) {
            cause.printStackTrace(System.err);
        }
        return refusal.status();
    }

    private ExitStatus whyStopped(Summary summary) {
        if (summary.totals().failed() > frame.configuration().run().failures()) {
            System.err.println("muster: " + summary.totals().failed()
                    + " objects failed, more than limits.failures allows. Something is wrong that no row can be"
                    + " blamed for: muster status, the result report, and the server logs say what.");
            return ExitStatus.TOO_MANY_FAILURES;
        }
        if (!frame.lock().held()) {
            System.err.println("muster: the site lock was lost; nothing was begun after that.");
            return ExitStatus.UNAVAILABLE;
        }
        return ExitStatus.TERMINATED;
    }
}
