package dev.muster.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.MailAddress;
import dev.muster.model.SenderEntry;
import dev.muster.target.ConfiguredCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Postfix's own answer to who may send with an address. */
class SenderMapIT {
    private static final List<SenderEntry> ENTRIES = List.of(
            new SenderEntry(MailAddress.of("Info@example.org"), "anna"),
            new SenderEntry(MailAddress.of("info@example.org"), "bert@example.org"),
            new SenderEntry(MailAddress.of("support@example.org"), "carl"));

    @TempDir
    Path folder;

    @Test
    void theFileIsReadAsItIs() throws IOException {
        Path file = folder.resolve("senders");
        assertThat(new SenderMapFile(file, Optional.empty()).write(ENTRIES)).isEmpty();
        assertThatItAnswers("texthash:" + file);
    }

    @Test
    void aHashIsMadeByTheConfiguredCommand() throws IOException {
        Path file = folder.resolve("senders");
        ConfiguredCommand hash = new ConfiguredCommand(List.of(postmap(), "hash:{file}"));
        assertThat(new SenderMapFile(file, Optional.of(hash)).write(ENTRIES)).isEmpty();
        assertThatItAnswers("hash:" + file);
    }

    private static void assertThatItAnswers(String map) throws IOException {
        assertThat(ask(map, "info@example.org")).isEqualTo("anna, bert@example.org");
        assertThat(ask(map, "support@example.org")).isEqualTo("carl");
        assertThat(ask(map, "sales@example.org")).isEmpty();
    }

    private static String ask(String map, String address) throws IOException {
        List<String> command = List.of(postmap(), "-q", address, map);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static String postmap() {
        return Objects.requireNonNull(System.getenv("POSTMAP"), "POSTMAP is not set: run samples/servers/run");
    }
}
