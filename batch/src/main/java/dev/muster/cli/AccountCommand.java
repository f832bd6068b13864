package dev.muster.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code muster account}: what concerns one shared mail account. */
@Command(
        name = "account",
        description = "Tells about a shared mail account.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AccountCardCommand.class, AccountStatusCommand.class})
final class AccountCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "A command is wanted.");
        }
    }
}
