package dev.muster.target.imap;

import dev.muster.model.UserName;
import dev.muster.target.ConfiguredCommand;
import java.util.List;
import java.util.Map;

/** Starts the configured command that sets a person's limit. */
record LimitCommand(List<String> template) {
    void run(UserName person, long megabytes, Leash leash) throws Fault {
        Map<String, String> values = Map.of("user", person.value(), "megabytes", Long.toString(megabytes));
        new ServerCommand("quota command", new ConfiguredCommand(template)).run(values, leash);
    }
}
