package dev.muster.embedded;

import com.unboundid.ldap.sdk.LDAPException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * {@code FEED}: shows that an import did what it says. Takes three people of three languages from the feed, looks each of
 * them up in directory and groupware as an ordinary client would, and logs in to the mailbox with the person's own
 * password. Ends with 1 when something is not there.
 */
final class Proof {
    private static final int PEOPLE = 3;

    private Proof() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("Usage: FEED");
            System.exit(64);
        }
        System.exit(prove(Path.of(arguments[0])) ? 0 : 1);
    }

    private static boolean prove(Path feed) throws IOException, LDAPException, SQLException, MessagingException {
        boolean complete = true;
        for (CSVRecord row : chosen(feed)) {
            Sighting seen = Sighting.of(row.get("employeenumber"), row.get("password"));
            System.out.println(seen.text(row.get("language")));
            complete &= seen.isComplete();
        }
        System.out.println(complete ? "All three are complete." : "Somebody is not complete: see above.");
        return complete;
    }

    /** The first person of each language, until there are enough. */
    private static List<CSVRecord> chosen(Path feed) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Set<String> languages = new HashSet<>();
        List<CSVRecord> chosen = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(feed, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : rows) {
                if (chosen.size() < PEOPLE && languages.add(row.get("language"))) {
                    chosen.add(row);
                }
            }
        }
        return chosen;
    }
}
