package dev.muster.config;

import dev.muster.target.ConfiguredCommand;
import dev.muster.target.FollowUps;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code groupware.afterChange} and {@code imap.afterDisable}: lists of arguments, program first. */
final class FollowUpSections {
    private FollowUpSections() {}

    static FollowUps of(Section root) {
        Optional<ConfiguredCommand> afterChange = root.has("groupware")
                ? command(root.section("groupware"), "afterChange", Set.of("context", "kind", "ids"))
                : Optional.empty();
        Optional<ConfiguredCommand> afterDisable = root.has("imap")
                ? command(root.section("imap"), "afterDisable", Set.of("usernames"))
                : Optional.empty();
        int context = root.has("groupware") ? root.section("groupware").number("context", 1) : 0;
        return new FollowUps(afterChange, afterDisable, context);
    }

    /** What nobody would fill in is found at the start, not after the first chunk. */
    private static Optional<ConfiguredCommand> command(Section section, String key, Set<String> known) {
        List<String> words = section.list(key, List.of());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        ConfiguredCommand command = new ConfiguredCommand(words);
        Set<String> unknown = new TreeSet<>(command.names());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw section.fault(
                    key,
                    "has {" + String.join("}, {", unknown) + "}; there is {" + String.join("}, {", new TreeSet<>(known))
                            + "}.");
        }
        return Optional.of(command);
    }
}
