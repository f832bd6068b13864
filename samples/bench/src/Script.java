import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;

/** A person as the files that an administrator's script feeds to ldapadd, mariadb and doveadm. */
record Script(Person person) {
    void write(Path folder) throws IOException {
        Files.write(folder.resolve(person.name() + ".ldif"), person.entry());
        Files.write(folder.resolve(person.name() + ".sql"), sql());
        Files.write(folder.resolve(person.name() + ".folders"), folders());
    }

    /** One transaction, one statement for each table. */
    private List<String> sql() {
        String inserts = person.rows().entrySet().stream().map(Script::insert).collect(Collectors.joining("\n"));
        return List.of("START TRANSACTION;", inserts, "COMMIT;");
    }

    private static String insert(Map.Entry<String, List<Object[]>> rows) {
        String values = rows.getValue().stream()
                .map(row -> Arrays.stream(row).map(Script::literal).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + rows.getKey() + " VALUES " + values + ";";
    }

    private static String literal(Object value) {
        if (value instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        return "'" + value.toString().replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** The names in UTF-8; everybody has INBOX. */
    private List<String> folders() {
        return person.folders().stream()
                .filter(folder -> !folder.isInbox())
                .map(folder -> BASE64MailboxDecoder.decode(folder.name().replaceAll("^\"|\"$", "")))
                .toList();
    }
}
