package dev.muster.cli;

import dev.muster.job.Progress;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows on standard error how far a run is: a line that is rewritten on a terminal, a line now and then elsewhere. */
final class ProgressLine implements AutoCloseable {
    private static final long TERMINAL_SECONDS = 1;
    private static final long OTHERWISE_SECONDS = 10;
    private final Progress progress;
    private final Runnable watch;
    private final boolean terminal = System.console() != null;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    });

    private ProgressLine(Progress progress, Runnable watch) {
        this.progress = progress;
        this.watch = watch;
    }

    /** @param watch is called at every beat as well */
    static ProgressLine show(Progress progress, Runnable watch) {
        ProgressLine line = new ProgressLine(progress, watch);
        long beat = line.terminal ? TERMINAL_SECONDS : OTHERWISE_SECONDS;
        line.clock.scheduleAtFixedRate(line::beat, beat, beat, TimeUnit.SECONDS);
        return line;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (terminal) {
            System.err.print("\r\u001b[K");
        }
    }

    private void beat() {
        watch.run();
        System.err.print(terminal ? "\r" + text() + "\u001b[K" : text() + "\n");
    }

    private String text() {
        double rate = progress.done() / Math.max(0.001, progress.seconds());
        String left = progress.total() > 0 && rate > 0
                ? ", %.0f s left".formatted((progress.total() - progress.done()) / rate)
                : "";
        return "%s %d%s, %.0f/s, %d bad%s"
                .formatted(
                        progress.phase().name().toLowerCase(Locale.ROOT),
                        progress.done(),
                        progress.total() > 0 ? " of " + progress.total() : "",
                        rate,
                        progress.bad(),
                        left);
    }
}
