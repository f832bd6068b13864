package dev.muster.provision;

import dev.muster.model.MailAddress;
import dev.muster.model.SenderEntry;
import dev.muster.target.ConfiguredCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may send with which address, as a file for Postfix's {@code smtpd_sender_login_maps}: a line for every address with
 * the logins of all who may, {@code info@example.org anna, bob}. Always the whole map: who is not in it may not. For one
 * thread.
 *
 * @param file where; replaced as a whole, so that a reader sees the old map or the new one
 * @param then run after every writing, such as {@code [postmap, "hash:{file}"]}; {@code texthash:} needs none
 */
public record SenderMapFile(Path file, Optional<ConfiguredCommand> then) {
    private static final Duration AT_MOST = Duration.ofMinutes(1);
    private static final String SEPARATORS = "[,\\s]+";
    private static final String HEAD = "# Written by muster: who may send with which address. Changes are lost.\n";

    /**
     * Writes the map. Repeating is safe: a file that is so already is left, the command runs all the same.
     *
     * @param entries in any order, any number of them
     * @return empty when all went well, else a sentence for the administrator
     */
    public Optional<String> write(Collection<SenderEntry> entries) {
        String text = text(entries);
        try {
            if (!text.equals(present())) {
                replace(text);
            }
        } catch (IOException refused) {
            return Optional.of("The sender map " + file + " could not be written: " + refused
                    + ". Until it is, Postfix knows the old senders. Check accounts.senderMap and import again.");
        }
        return then.map(command -> command.run(Map.of("file", file.toString()), AT_MOST))
                .filter(result -> result.ending() != ConfiguredCommand.Ending.DONE)
                .map(result -> "The sender map " + file + " is written, but accounts.senderMapCommand " + result.text()
                        + ". Until it has run, Postfix may know the old senders.");
    }

    /**
     * What the file holds of these addresses, whoever wrote it: the logins, by folded address. Nothing where there is no
     * file.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public Map<String, Set<String>> read(Collection<MailAddress> addresses) {
        Set<String> wanted = addresses.stream().map(MailAddress::folded).collect(Collectors.toSet());
        try {
            return present()
                    .lines()
                    .map(line -> line.split(SEPARATORS))
                    .filter(words -> wanted.contains(words[0]))
                    .collect(Collectors.toMap(
                            words -> words[0],
                            words -> Set.copyOf(List.of(words).subList(1, words.length)),
                            (one, other) -> one));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The sender map " + file + " cannot be read.", unreadable);
        }
    }

    /** What the file is to hold: addresses and logins in order, so that two maps can be compared line by line. */
    static String text(Collection<SenderEntry> entries) {
        SortedMap<String, SortedSet<String>> logins = new TreeMap<>();
        entries.forEach(entry -> logins.computeIfAbsent(entry.address().folded(), any -> new TreeSet<>())
                .add(entry.login()));
        return HEAD
                + logins.entrySet().stream()
                        .map(line -> line.getKey() + " " + String.join(", ", line.getValue()) + "\n")
                        .collect(Collectors.joining());
    }

    private String present() throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            return "";
        }
    }

    private void replace(String text) throws IOException {
        Path fresh = Path.of(file + ".new");
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
