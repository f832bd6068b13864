package dev.muster.legacy;

import static dev.muster.legacy.Servers.environment;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.util.SubtreeDeleter;
import dev.muster.cli.Muster;
import dev.muster.model.Secret;
import dev.muster.target.groupware.GroupwareInit;
import dev.muster.target.groupware.GroupwareSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A subtree of the directory, a groupware schema and a state store of its own, on the servers that all tests share. */
final class ReplayGround implements AutoCloseable {
    private static final Path TREE = Path.of("../samples/servers/conf/slapd/base.ldif");
    private static final String ADMINISTRATOR = " --adminuser=mailadmin --adminpasswd=secret";

    /** What a rejected or failed call would have ended with alone, by the code in the report. */
    private static final Map<String, Integer> STATUS = Map.of(
            "CALL_INVALID", 64,
            "CALL_CONFLICT", 5,
            "CREDENTIALS_REFUSED", 77,
            "CALL_UNAVAILABLE", 69,
            "CONFIGURATION_INVALID", 78,
            "INTERNAL", 1,
            "", 0);

    final String mark;
    private final House house;
    private final Path folder;
    private final Map<Server, Relay> relays = new EnumMap<>(Server.class);

    private ReplayGround(House house, String mark, Path folder) {
        this.house = house;
        this.mark = mark;
        this.folder = folder;
    }

    /** @param mark letters that all names of this ground have, as many as in any other */
    static ReplayGround make(House house, String mark, Path parent) throws Exception {
        ReplayGround ground = new ReplayGround(house, mark, Files.createDirectory(parent.resolve(mark)));
        for (Server server : Server.values()) {
            ground.relays.put(server, new Relay(ground.port(server)));
        }
        ground.makeSchemas();
        ground.makeSubtree();
        Files.writeString(ground.configuration(), ground.text());
        return ground;
    }

    /** Stands between the programs of this ground and that server. */
    Relay relay(Server server) {
        return Objects.requireNonNull(relays.get(server));
    }

    private int port(Server server) {
        return switch (server) {
            case LDAP -> URI.create(environment("LDAP_URL")).getPort();
            case GROUPWARE, STATE -> Integer.parseInt(environment("DB_PORT"));
            case IMAP -> Integer.parseInt(environment(house.variables + "_PORT"));
        };
    }

    Path configuration() {
        return folder.resolve("muster.yaml");
    }

    String base() {
        return "ou=" + mark + "," + environment("LDAP_BASE_DN");
    }

    String groupware() {
        return "ox_" + mark;
    }

    String state() {
        return "muster_" + mark;
    }

    /** A file of these calls, as the administrator gives them; {@code %} stands for the ground's mark. */
    Path file(List<String> calls) throws IOException {
        List<String> lines = calls.stream().map(this::line).toList();
        return Files.write(Files.createTempFile(folder, "calls", ".sh"), lines);
    }

    private String line(String call) {
        int options = call.indexOf(' ');
        boolean asksItself = options < 0 || call.contains("--adminuser") || call.contains(" -A ");
        return (asksItself ? call : call.substring(0, options) + ADMINISTRATOR + call.substring(options))
                .replace("%", mark);
    }

    /** Replays a file and answers the status of every call. */
    List<Integer> replay(Path file) throws IOException {
        Muster.run("import", "--format=legacy", "--config", configuration().toString(), file.toString());
        return statuses();
    }

    /** Of the newest run. */
    List<Integer> statuses() throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (String line : Files.readAllLines(report("results.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("line")) {
                statuses.add(STATUS.getOrDefault(cells[5], -1));
            }
        }
        return statuses;
    }

    /** A report of the newest run. */
    Path report(String name) throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("reports"))) {
            Path newest = runs.max((one, other) -> Integer.compare(number(one), number(other)))
                    .orElseThrow();
            return newest.resolve(name);
        }
    }

    private static int number(Path run) {
        return Integer.parseInt(run.getFileName().toString().replace("run-", ""));
    }

    /** Gives the same calls to their commands one by one. */
    List<Integer> oneByOne(List<String> calls) {
        List<Integer> statuses = new ArrayList<>();
        for (String call : calls) {
            String withoutPath =
                    call.startsWith("/") ? call.substring(call.lastIndexOf('/', call.indexOf(' ')) + 1) : call;
            List<String> words = new ArrayList<>(List.of(line(withoutPath).split(" ")));
            if (words.size() > 1) {
                words.add("--config=" + configuration());
            }
            Servers.Said said = Servers.said("", words);
            statuses.add(said.status());
        }
        return statuses;
    }

    /** Everything in the ground, the mark replaced so that it can be compared with another. */
    List<String> picture(List<String> passwords) throws IOException, InterruptedException {
        Path file = Files.write(
                folder.resolve("passwords"),
                passwords.stream().map(line -> line.replace("%", mark)).toList());
        ProcessBuilder builder = new ProcessBuilder(
                "../samples/servers/dump",
                "--passwords=" + file,
                "--database=" + groupware(),
                "--imap=" + house.mailServer);
        builder.environment().put("LDAP_BASE_DN", base());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("dump failed");
        }
        return out.lines()
                .filter(line -> !line.startsWith("imap ") || line.contains(mark))
                .map(line -> line.replace(mark, "%"))
                .sorted()
                .toList();
    }

    /** Whether a run has been entered that resume can go on with. */
    boolean hasRun() throws Exception {
        return !Servers.rows(state(), "SHOW TABLES LIKE 'muster_run'").isEmpty()
                && !Servers.rows(state(), "SELECT id FROM muster_run").isEmpty();
    }

    /** The server needs a moment to see that a killed program is gone. */
    void awaitUnlocked() throws Exception {
        Servers.rows(groupware(), "SELECT GET_LOCK(CONCAT('muster.import.', DATABASE()), 30)");
    }

    private void makeSchemas() throws Exception {
        String kind = " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci";
        for (String schema : List.of(state(), groupware())) {
            Servers.execute("", "CREATE DATABASE " + schema + kind);
        }
        String url = "jdbc:mariadb://" + environment("DB_HOST") + ":" + environment("DB_PORT") + "/" + groupware();
        Secret password = Secret.of(environment("DB_PASSWORD"));
        GroupwareInit.run(
                GroupwareSettings.of(url, environment("DB_USER"), password, 1),
                house.layout,
                "oxadmin",
                Secret.of("secret"));
    }

    /** As the whole tree is at first, without the administrator: Cyrus lets nobody in whose name stands there twice. */
    private void makeSubtree() throws Exception {
        try (LDAPConnection directory = Servers.directory();
                LDIFReader reader = new LDIFReader(TREE.toFile())) {
            directory.add("dn: " + base(), "objectClass: organizationalUnit", "ou: " + mark);
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                String whole = environment("LDAP_BASE_DN");
                if (!entry.getDN().equals(whole) && !entry.hasAttribute("uid")) {
                    entry.setDN(entry.getDN().replace(whole, base()));
                    directory.add(entry);
                }
            }
        }
    }

    private String text() throws IOException {
        Map<String, String> replaced = new LinkedHashMap<>();
        replaced.put(
                database(port(Server.GROUPWARE), Servers.DATABASE),
                database(relay(Server.GROUPWARE).port(), groupware()));
        replaced.put(
                database(port(Server.STATE), environment("DB_NAME_STATE")),
                database(relay(Server.STATE).port(), state()));
        replaced.put(":" + port(Server.LDAP) + "\"", ":" + relay(Server.LDAP).port() + "\"");
        replaced.put(
                "  port: " + port(Server.IMAP), "  port: " + relay(Server.IMAP).port());
        replaced.put("aseDn: \"dc=test", "aseDn: \"ou=" + mark + ",dc=test");
        replaced.put("ou=people,dc=test", "ou=people,ou=" + mark + ",dc=test");
        replaced.put("ou=counters,dc=test", "ou=counters,ou=" + mark + ",dc=test");
        replaced.put("imap:\n", "imap:\n  onDelete: purge\n");
        String text = Files.readString(Path.of(environment(house.configuration)));
        for (Map.Entry<String, String> each : replaced.entrySet()) {
            if (!text.contains(each.getKey())) {
                throw new IllegalStateException("The configuration of the samples has no " + each.getKey());
            }
            text = text.replace(each.getKey(), each.getValue());
        }
        return text + "reports: " + folder.resolve("reports") + "\nlimits:\n  chunk: 4\n  partitions: 3\n";
    }

    private static String database(int port, String schema) {
        return ":" + port + "/" + schema + "\"";
    }

    @Override
    public void close() throws Exception {
        for (Relay relay : relays.values()) {
            relay.close();
        }
        // Its numbers begin where those of the whole tree began, and would be found there twice.
        try (LDAPConnection directory = Servers.directory()) {
            new SubtreeDeleter().delete(directory, base());
        }
        Servers.execute("", "DROP DATABASE IF EXISTS " + state());
        Servers.execute("", "DROP DATABASE IF EXISTS " + groupware());
    }
}
