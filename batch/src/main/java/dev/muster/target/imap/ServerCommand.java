package dev.muster.target.imap;

import dev.muster.target.ConfiguredCommand;
import dev.muster.target.ConfiguredCommand.Ending;
import dev.muster.target.ConfiguredCommand.Result;
import dev.muster.target.imap.Fault.Kind;
import java.time.Duration;
import java.util.Map;

/**
 * A configured command that works on somebody's mailbox.
 *
 * @param what which one it is, for messages
 */
record ServerCommand(String what, ConfiguredCommand command) {
    private static final Map<Ending, Kind> KINDS =
            Map.of(Ending.LATE, Kind.LATE, Ending.NOT_STARTED, Kind.UNUSABLE, Ending.REFUSED, Kind.REFUSED);

    /** @param values what the names in braces stand for */
    void run(Map<String, String> values, Leash leash) throws Fault {
        Result result = command.run(values, Duration.ofNanos(leash.remaining()));
        if (result.ending() != Ending.DONE) {
            throw new Fault(KINDS.getOrDefault(result.ending(), Kind.REFUSED), "the " + what + " " + result.text());
        }
    }
}
