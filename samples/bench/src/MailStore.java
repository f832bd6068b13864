import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people's mailboxes: everything one person needs is one write on a raw socket. */
final class MailStore {
    private static final Pattern LISTED = Pattern.compile("\\* LIST \\(([^)]*)\\) (?:\"[^\"]*\"|NIL) (.+)");

    private MailStore() {}

    /** @param commands how many answers are to be waited for */
    record Request(String person, byte[] bytes, int commands) {}

    static Request create(Person person) {
        List<String> commands = new ArrayList<>();
        for (Person.Folder folder : person.folders()) {
            if (!folder.isInbox()) {
                commands.add("CREATE " + folder.name());
            }
            if (folder.subscribed()) {
                commands.add("SUBSCRIBE " + folder.name());
            }
        }
        return request(person.name(), commands);
    }

    static List<Person.Folder> read(String person) throws IOException {
        List<Person.Folder> folders = new ArrayList<>();
        for (String line : exchange(request(person, List.of("LIST \"\" * RETURN (SUBSCRIBED)")))) {
            Matcher listed = LISTED.matcher(line);
            if (listed.matches() && !listed.group(1).matches(".*(NonExistent|Noselect).*")) {
                folders.add(new Person.Folder(listed.group(2), listed.group(1).contains("\\Subscribed")));
            }
        }
        folders.sort(Comparator.comparing(Person.Folder::name));
        return folders;
    }

    private static Request request(String person, List<String> commands) {
        String login = person + "\0" + System.getenv("IMAP_ADMIN") + "\0" + System.getenv("IMAP_ADMIN_PASSWORD");
        StringBuilder text = new StringBuilder("a0 AUTHENTICATE PLAIN ")
                .append(Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < commands.size(); i++) {
            text.append("\r\na").append(i + 1).append(' ').append(commands.get(i));
        }
        text.append("\r\nz LOGOUT\r\n");
        return new Request(person, text.toString().getBytes(StandardCharsets.UTF_8), commands.size() + 1);
    }

    /** The untagged answers. */
    static List<String> exchange(Request request) throws IOException {
        List<String> untagged = new ArrayList<>();
        try (Socket socket = new Socket(System.getenv("IMAP_HOST"), Integer.parseInt(System.getenv("IMAP_PORT")))) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.bytes());
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (int missing = request.commands(); missing > 0; ) {
                String line = answers.readLine();
                if (line == null || line.startsWith("a") && !line.matches("a\\d+ OK.*")) {
                    throw new IOException(request.person() + ": " + line);
                }
                if (line.startsWith("a")) {
                    missing--;
                } else {
                    untagged.add(line);
                }
            }
        }
        return untagged;
    }
}
