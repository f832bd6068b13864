package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.ledger.SiteLock;
import dev.muster.site.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster upgrade}: brings the state store of an earlier release up to date. Repeating it is safe. */
@Command(
        name = "upgrade",
        description = "Brings the state store of an earlier release up to date; an import does so by itself.",
        mixinStandardHelpOptions = true)
final class UpgradeCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    /** Under the site lock, so that no import of the earlier release is at work on it. */
    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (SiteLock lock = SiteLocks.take(configuration);
                StateStore state = StateStore.open(configuration.state(), 1)) {
            System.out.println("The state store " + configuration.state().url() + " is up to date.");
        }
        return ExitStatus.DONE.number();
    }
}
