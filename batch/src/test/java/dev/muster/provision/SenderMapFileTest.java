package dev.muster.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.MailAddress;
import dev.muster.model.SenderEntry;
import dev.muster.target.ConfiguredCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderMapFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("senders");
    }

    @Test
    void aLineForEveryAddressWithAllLoginsInOrder() throws IOException {
        assertThat(write(
                        entry("support@example.org", "anna"),
                        entry("Info@example.org", "carl"),
                        entry("info@example.org", "bert")))
                .isEmpty();
        assertThat(Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")))
                .containsExactly("info@example.org bert, carl", "support@example.org anna");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void isReadAgainAsItIsWhoeverWroteIt() throws IOException {
        SenderMapFile map = new SenderMapFile(file, Optional.empty());
        List<MailAddress> asked = List.of(MailAddress.of("Info@example.org"), MailAddress.of("none@example.org"));
        assertThat(map.read(asked)).isEmpty();
        write(entry("info@example.org", "anna"), entry("info@example.org", "bert"), entry("x@example.org", "carl"));
        assertThat(map.read(asked)).isEqualTo(Map.of("info@example.org", Set.of("anna", "bert")));
        Files.writeString(file, "# by hand\ninfo@example.org\tanna,emil\n\n");
        assertThat(map.read(asked)).isEqualTo(Map.of("info@example.org", Set.of("anna", "emil")));
    }

    @Test
    void whoIsNotInTheListAnyMoreIsGone() throws IOException {
        write(entry("info@example.org", "anna"), entry("sales@example.org", "anna"));
        write(entry("info@example.org", "bert"));
        assertThat(Files.readString(file)).contains("info@example.org bert\n").doesNotContain("anna");
    }

    @Test
    void aFileThatIsSoAlreadyIsLeft() throws IOException {
        write(entry("info@example.org", "anna"));
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, before);
        write(entry("info@example.org", "anna"));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void theCommandIsRunWithTheFileEveryTime() {
        Path copies = folder.resolve("copies");
        SenderMapFile map = map("sh", "-c", "cat \"$0\" >>\"$1\"", "{file}", copies.toString());
        assertThat(map.write(List.of(entry("info@example.org", "anna")))).isEmpty();
        assertThat(map.write(List.of(entry("info@example.org", "anna")))).isEmpty();
        assertThat(copies).content().containsPattern("(?s)info@example.org anna.*info@example.org anna");
    }

    @Test
    void aCommandThatFailsIsTold() {
        assertThat(map("sh", "-c", "echo no space; exit 3").write(List.of()).orElse(""))
                .contains("accounts.senderMapCommand ended with 3: no space", file.toString());
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() {
        Path nowhere = folder.resolve("none/senders");
        assertThat(new SenderMapFile(nowhere, Optional.empty()).write(List.of()).orElse(""))
                .contains(nowhere.toString(), "accounts.senderMap");
    }

    @Test
    void aLoginThatWouldBeTwoIsNone() {
        for (String login : List.of("", "anna bert", "anna,bert", "anna\nroot")) {
            assertThatThrownBy(() -> entry("info@example.org", login)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Optional<String> write(SenderEntry... entries) {
        return new SenderMapFile(file, Optional.empty()).write(List.of(entries));
    }

    private SenderMapFile map(String... command) {
        return new SenderMapFile(file, Optional.of(new ConfiguredCommand(List.of(command))));
    }

    private static SenderEntry entry(String address, String login) {
        return new SenderEntry(MailAddress.of(address), login);
    }
}
