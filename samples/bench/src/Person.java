import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one person has in the three back-ends after an import.
 *
 * @param entry LDIF
 * @param rows values by table with columns, as they stand in an INSERT
 */
record Person(String name, List<String> entry, Map<String, List<Object[]>> rows, List<Folder> folders)
        implements Serializable {

    /** @param name as the server lists it, which is a valid argument of CREATE */
    record Folder(String name, boolean subscribed) implements Serializable {
        boolean isInbox() {
            return name.equalsIgnoreCase("INBOX");
        }
    }

    /** How much of what there is: equal for two people whose imports did the same work. */
    String summary() {
        Map<String, Integer> amounts = new TreeMap<>();
        entry.forEach(line -> amounts.merge(line.split(":", 2)[0], 1, Integer::sum));
        rows.forEach((target, lines) -> amounts.merge(table(target), lines.size(), Integer::sum));
        String mailbox = folders.stream()
                .map(folder -> folder.name + (folder.subscribed ? " subscribed" : ""))
                .sorted()
                .collect(Collectors.joining(", "));
        return name + " " + amounts + " " + mailbox;
    }

    private static String table(String target) {
        return "rows of " + target.split(" ", 2)[0];
    }
}
