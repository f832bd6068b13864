package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Feeds for tests: written to a folder, read to the end. */
record Feeds(Path folder) {
    Feed csv(String... lines) {
        return open("users.csv", FeedSettings.defaults(), lines);
    }

    Feed open(String name, FeedSettings settings, String... lines) {
        return Feed.open(write(name, String.join("\n", lines) + "\n", StandardCharsets.UTF_8), settings);
    }

    Path write(String name, String text, Charset charset) {
        return write(name, text.getBytes(charset));
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<FeedRow> rows(Feed feed) {
        List<FeedRow> rows = new ArrayList<>();
        try (FeedReader reader = feed.reader()) {
            for (Optional<FeedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    static List<Problem> problems(Feed feed) {
        List<Problem> problems = new ArrayList<>();
        new FeedCheck().run(feed, problems::add);
        return problems;
    }

    static List<ErrorCode> codes(Feed feed) {
        return problems(feed).stream().map(Problem::code).toList();
    }

    static List<String> values(FeedRow row, String field) {
        return row.values().getOrDefault(Field.of(field), List.of("(kept)"));
    }
}
