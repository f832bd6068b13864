package dev.muster.cli;

import dev.muster.config.Configuration;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {
    @Option(names = "--config", paramLabel = "FILE", description = "The configuration, instead of $MUSTER_CONFIG.")
    private @Nullable Path config;

    @Option(names = "--json", description = "The result as JSON on standard output.")
    private boolean json;

    Configuration configuration() {
        return Configuration.load(Optional.ofNullable(config));
    }

    boolean json() {
        return json;
    }
}
