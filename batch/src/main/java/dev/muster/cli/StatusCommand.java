package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.report.TargetTotals;
import dev.muster.site.ExitStatus;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster status}: the newest runs and what came of them. */
@Command(name = "status", description = "Shows the newest runs and what came of them.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--last", paramLabel = "N", description = "How many runs (${DEFAULT-VALUE}).")
    private int last = 5;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (StateStore state = StateStore.openForReading(configuration.state())) {
            Ledger ledger = state.ledger();
            List<Run> runs = ledger.runs().newest(last);
            for (Run run : runs) {
                Summary summary = Summary.of(run, ledger);
                System.out.println(
                        common.json() ? summary.fullJson(TargetTotals.of(ledger, run.id())) : summary.line());
            }
            if (!common.json() && !runs.isEmpty()) {
                System.out.println(newest(runs.get(0), ledger));
            }
        }
        return ExitStatus.DONE.number();
    }

    /** Both sums, what each target did, and who is or was at work. */
    private static String newest(Run run, Ledger ledger) {
        String totals = Summary.of(run, ledger).text(TargetTotals.of(ledger, run.id()));
        return "%nrun %d by %s%n%s".formatted(run.id(), run.begunBy(), totals);
    }

    static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
