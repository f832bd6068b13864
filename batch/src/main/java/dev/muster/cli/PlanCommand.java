package dev.muster.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster plan FEED}: what an import would do; the same as {@code import --dry-run}. */
@Command(
        name = "plan",
        description = "Shows what an import would do, and writes nothing anywhere.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private FeedOptions feedOptions = new FeedOptions();

    @Option(names = "--only", split = ",", paramLabel = "TARGET", description = "Plan for these targets only.")
    private List<String> only = List.of();

    @Option(names = "--adopt", split = ",", paramLabel = "FIELD", description = "As with import.")
    private List<String> adopt = List.of();

    @Option(names = "--detailed-exitcode", description = "Exit 6 when there is something to do.")
    private boolean detailed;

    @Override
    public Integer call() {
        return new DryRun(common, feedOptions, Choices.of(only, adopt, feedOptions.leniency()), detailed).call();
    }
}
