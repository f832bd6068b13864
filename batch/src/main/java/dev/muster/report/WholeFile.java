package dev.muster.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all: nobody ever reads half a report. */
final class WholeFile {
    private WholeFile() {}

    /** Writes the text of a file. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    static void write(Path target, Content content) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            // A plain encoder would stop at a lone surrogate; this one writes a question mark in its place.
            try (Writer out =
                    new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8))) {
                content.writeTo(out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException failed) {
            throw failed(target, failed);
        }
    }

    static void delete(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException failed) {
            throw failed(target, failed);
        }
    }

    private static UncheckedIOException failed(Path target, Exception failed) {
        String message = "The report " + target + " cannot be written. Check rights and space, then ask for it again.";
        return new UncheckedIOException(message, failed instanceof IOException cause ? cause : new IOException(failed));
    }
}
