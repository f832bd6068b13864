package dev.muster.legacy;

import dev.muster.template.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Templates that are held against their schemas once for every state of the files: what was found valid is noted beside
 * the program, because asking three schemas takes a quarter of the time of a whole call.
 */
final class NotedTemplates {
    private final Path folder;
    private final Optional<Path> note;

    /** @param note where it is noted what was valid; empty = nowhere, the schemas are asked every time */
    NotedTemplates(Path folder, Optional<Path> note) {
        this.folder = folder.toAbsolutePath();
        this.note = note;
    }

    /** With the note that the launcher names. */
    static NotedTemplates in(Path folder) {
        return new NotedTemplates(
                folder,
                Optional.ofNullable(System.getProperty("muster.checked")).map(Path::of));
    }

    /** @throws dev.muster.template.TemplateException if the templates are not valid */
    Templates load() {
        List<String> state = state();
        if (noted().equals(state)) {
            return Templates.loadUnchecked(folder);
        }
        Templates templates = Templates.load(folder);
        note.ifPresent(file -> write(file, state));
        return templates;
    }

    private List<String> noted() {
        try {
            return note.isPresent() ? Files.readAllLines(note.get()) : List.of();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Which files these are, and as of when. */
    private List<String> state() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .map(NotedTemplates::state)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of("unreadable");
        }
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Another user's program may not be allowed to: then the schemas are asked next time too. */
    private static void write(Path file, List<String> state) {
        try {
            Files.write(file, state);
        } catch (IOException notAllowed) {
            // Costs time and nothing else.
        }
    }
}
