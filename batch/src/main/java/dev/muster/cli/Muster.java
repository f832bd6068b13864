package dev.muster.cli;

import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster}: the door to everything. */
@Command(
        name = "muster",
        description = "Brings people into directory, groupware and mail, in bulk.",
        mixinStandardHelpOptions = true,
        version = "muster 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ImportCommand.class,
            ResumeCommand.class,
            CheckCommand.class,
            PlanCommand.class,
            StatusCommand.class,
            UpgradeCommand.class,
            ConfigCommand.class,
            GroupwareCommand.class,
            AccountCommand.class
        })
public final class Muster implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show the trace of what is unexpected.")
    private boolean verbose;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command and answers its exit status; writes to standard output and standard error. */
    public static int run(String... arguments) {
        Muster muster = new Muster();
        return new CommandLine(muster)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, command, parsed) -> muster.refuse(thrown))
                .setParameterExceptionHandler(Muster::misused)
                .execute(arguments);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "A command is wanted.");
        }
    }

    private int refuse(Exception thrown) {
        Refusal refusal = JobRefusal.of(thrown);
        System.err.println("muster: " + refusal.message());
        if (verbose) {
            thrown.printStackTrace(System.err);
        }
        return refusal.status().number();
    }

    private static int misused(CommandLine.ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        System.err.println("muster: " + misuse.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(misuse, command.getErr())) {
            command.usage(System.err);
        }
        return ExitStatus.USAGE.number();
    }
}
