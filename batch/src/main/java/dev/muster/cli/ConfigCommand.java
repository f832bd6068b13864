package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.site.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster config}: the configuration in force, defaults included, secrets masked. */
@Command(
        name = "config",
        description = "Shows the configuration in force: every key, defaults included, secrets masked.",
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        System.out.println("# " + configuration.file());
        configuration.effective().forEach((key, value) -> System.out.println(key + ": " + value));
        return ExitStatus.DONE.number();
    }
}
