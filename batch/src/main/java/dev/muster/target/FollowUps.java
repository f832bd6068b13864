package dev.muster.target;

import dev.muster.model.UserName;
import dev.muster.target.ConfiguredCommand.Ending;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The administrator's commands that hear of what was written, so that caches are emptied and sessions end. Each runs once
 * per chunk, at most a minute, without a shell; several may run side by side. What they do is no part of the import: where
 * one fails, nobody's outcome changes. Thread-safe.
 *
 * @param afterChange {@code groupware.afterChange}; {@code {context}}, {@code {kind}} (user, group or resource) and {@code
 *     {ids}} are filled in
 * @param afterDisable {@code imap.afterDisable}; {@code {usernames}} is filled in
 * @param context the groupware's context
 */
public record FollowUps(
        Optional<ConfiguredCommand> afterChange, Optional<ConfiguredCommand> afterDisable, int context) {
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    /** Nobody hears of anything. */
    public static FollowUps none() {
        return new FollowUps(Optional.empty(), Optional.empty(), 0);
    }

    /**
     * Says which of the groupware's objects were made, changed or deleted.
     *
     * @param kind {@code user}, {@code group} or {@code resource}
     * @return what went wrong, as the beginning of a sentence
     */
    public Optional<String> changed(String kind, Collection<Long> ids) {
        List<String> words = ids.stream().map(String::valueOf).toList();
        return afterChange.flatMap(command -> run(
                "groupware.afterChange",
                command.withEach("ids", words),
                Map.of("context", Integer.toString(context), "kind", kind)));
    }

    /**
     * Says who is not to be let in any more.
     *
     * @return what went wrong, as the beginning of a sentence
     */
    public Optional<String> disabled(Collection<UserName> names) {
        List<String> words = names.stream().map(UserName::value).toList();
        return afterDisable.flatMap(
                command -> run("imap.afterDisable", command.withEach("usernames", words), Map.of()));
    }

    private static Optional<String> run(String which, ConfiguredCommand command, Map<String, String> values) {
        ConfiguredCommand.Result result = command.run(values, AT_MOST);
        return result.ending() == Ending.DONE ? Optional.empty() : Optional.of(which + " " + result.text());
    }
}
