package dev.muster.legacy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.SearchResultEntry;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The servers that {@code samples/servers/run} started, and calls against them. */
final class Servers {
    static final String BASE = environment("LDAP_BASE_DN");
    static final String DATABASE = environment("DB_NAME_8");

    private Servers() {}

    /** What a call printed and ended with. */
    record Said(int status, String out, String err) {}

    /** A missing server is a failure, never a reason to skip. */
    static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is not set: run this below samples/servers/run");
    }

    /** The beginning of names that no other test has. */
    static String mark() {
        return "l" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);
    }

    /** A call of the administrator of the samples. */
    static Said call(String command, String... arguments) {
        Stream<String> words = Stream.of(command, "--adminuser=mailadmin", "--adminpasswd=secret");
        return said("", Stream.concat(words, Arrays.stream(arguments)).toList());
    }

    /** A call as it stands. */
    static Said said(String input, List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new BufferedReader(new StringReader(input)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                question -> Optional.empty());
        int status = Legacy.run(words, surroundings);
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The options that {@code adduser} cannot do without. */
    static String[] person(String name, String... more) {
        Stream<String> mandatory = Stream.of(
                "--username=" + name,
                "--password=geheim",
                "--surname=Martin",
                "--mail=" + name + "@test.tux",
                "--colocrouteaddr=" + name + "@localhost");
        return Stream.concat(mandatory, Arrays.stream(more)).toArray(String[]::new);
    }

    static LDAPConnection directory() throws LDAPException {
        LDAPURL url = new LDAPURL(environment("LDAP_URL"));
        return new LDAPConnection(
                url.getHost(), url.getPort(), environment("LDAP_BIND_DN"), environment("LDAP_BIND_PASSWORD"));
    }

    /** Null where there is none. */
    static SearchResultEntry entry(String userName) throws LDAPException {
        try (LDAPConnection connection = directory()) {
            return connection.getEntry("uid=" + userName + ",ou=people," + BASE);
        }
    }

    static List<String> values(String userName, String attribute) throws LDAPException {
        SearchResultEntry entry = entry(userName);
        return entry.hasAttribute(attribute) ? List.of(entry.getAttributeValues(attribute)) : List.of();
    }

    /** The first column of the rows of a query. */
    static List<String> rows(String database, String sql, String... parameters) throws SQLException {
        try (Connection connection = database(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
            return values;
        }
    }

    /** Such as {@code of("user", "mail", name)}; the user's id is called {@code id} or {@code user}. */
    static List<String> column(String table, String key, String column, String userName) throws SQLException {
        return rows(
                DATABASE,
                "SELECT t." + column + " FROM " + table + " t JOIN login2user l ON l.cid = t.cid AND l.id = t." + key
                        + " WHERE l.uid = ? ORDER BY 1",
                userName);
    }

    static void execute(String database, String sql) throws SQLException {
        try (Connection connection = database(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection database(String name) throws SQLException {
        String url = "jdbc:mariadb://" + environment("DB_HOST") + ":" + environment("DB_PORT") + "/" + name;
        return DriverManager.getConnection(url, environment("DB_USER"), environment("DB_PASSWORD"));
    }

    /** What a person sees who logs in with her password. */
    static List<String> folders(String user, String password) throws MessagingException {
        return folders("IMAP", user, password);
    }

    /** @param server {@code IMAP} or {@code CYRUS} */
    static List<String> folders(String server, String user, String password) throws MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(
                    environment(server + "_HOST"), Integer.parseInt(environment(server + "_PORT")), user, password);
            List<String> names = new ArrayList<>();
            for (Folder folder : store.getDefaultFolder().listSubscribed("*")) {
                names.add(folder.getFullName());
            }
            return names;
        }
    }

    /** The configuration of the samples with a text replaced. */
    static Path configuration(String variable, String search, String replacement) throws IOException {
        Path original = Path.of(environment(variable));
        String text = Files.readString(original);
        if (!text.contains(search)) {
            throw new IllegalStateException(original + " has no '" + search + "'");
        }
        Path changed = Files.createTempFile(original.getParent(), "legacy", ".yaml");
        return Files.writeString(changed, text.replace(search, replacement));
    }

    /** What {@code samples/servers/dump} prints of these people. */
    static List<String> dump(List<String> options, List<String> people) throws IOException, InterruptedException {
        Path passwords = Files.createTempFile("passwords", ".txt");
        Files.write(passwords, people.stream().map(name -> name + "\tgeheim").toList());
        List<String> command = new ArrayList<>(List.of("../samples/servers/dump", "--passwords=" + passwords));
        command.add("--users=" + String.join(",", people));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("dump failed");
        }
        return out.lines().toList();
    }

    /** The lines of one of several people, her name replaced, so that she can be compared with another. */
    static List<String> of(String name, List<String> dump) {
        return dump.stream()
                .filter(line -> line.contains(name))
                .map(line -> line.replace(name, "NAME"))
                .sorted()
                .toList();
    }
}
