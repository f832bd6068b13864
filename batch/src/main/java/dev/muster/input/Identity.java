package dev.muster.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.model.Field;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a row's claims hang on: its key, else its user name, else a digest of the cells that the name pattern reads. */
final class Identity {
    private static final int DIGEST_LETTERS = 32;

    private Identity() {}

    /** The identity of these values; empty when they give none. */
    static String of(Map<Field, List<String>> values, ColumnSettings settings) {
        String key = first(values, settings.key());
        String identity = key.isEmpty() ? first(values, Field.USERNAME) : key;
        return identity.isEmpty() ? digest(values, settings.namePattern()) : identity;
    }

    static String first(Map<Field, List<String>> values, Field field) {
        List<String> found = values.get(field);
        return found == null || found.isEmpty() ? "" : found.get(0);
    }

    private static String digest(Map<Field, List<String>> values, List<Field> pattern) {
        String cells =
                pattern.stream().map(field -> Text.folded(first(values, field))).collect(Collectors.joining("\u001F"));
        return cells.chars().allMatch(character -> character == '\u001F') ? "" : hash(cells);
    }

    private static String hash(String cells) {
        byte[] hash = sha256().digest(cells.getBytes(UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, DIGEST_LETTERS);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java runtime lacks SHA-256.", impossible);
        }
    }
}
