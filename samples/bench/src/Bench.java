import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The limit that an import is compared with. Reads what an import left on the servers that samples/servers/run exports, writes
 * the same again on fresh ones, and says whether two such states agree.
 *
 * <pre>
 * Bench read FILE FOLDER                    everybody into FILE, the first 100 for the script into FOLDER
 * Bench load FILE PEOPLE PARTS L,S,I        the first PEOPLE people, after all others as a warm-up; PARTS of ldap,sql,imap
 * Bench verify FILE PEOPLE                  whether the first PEOPLE people are there, complete
 * </pre>
 */
public final class Bench {
    private static final int SCRIPTED = 100;
    private static final int READERS = 8;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "read" -> read(file, Path.of(arguments[2]));
            case "load" -> load(restore(file), Integer.parseInt(arguments[2]), loader(arguments[3], arguments[4]));
            case "verify" -> verify(restore(file).subList(0, Integer.parseInt(arguments[2])));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void read(Path file, Path scripts) throws Exception {
        List<Person> people = people();
        try (Database database = new Database()) {
            List<String> unknown = database.unknownTables(people.size());
            if (!unknown.isEmpty()) {
                throw new IllegalStateException("Database.OWNERS lacks " + unknown);
            }
        }
        try (ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeObject(new ArrayList<>(people));
        }
        for (Person person : people.subList(0, Math.min(SCRIPTED, people.size()))) {
            new Script(person).write(scripts);
        }
        System.out.println("read " + people.size() + " people, the first: " + people.get(0).summary());
    }

    @SuppressWarnings("unchecked")
    private static List<Person> restore(Path file) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return (List<Person>) in.readObject();
        }
    }

    /** Everybody on the servers, by user name. */
    private static List<Person> people() throws Exception {
        try (Directory directory = new Directory();
                Database database = new Database()) {
            Map<String, List<String>> entries = directory.read();
            Map<String, Map<String, List<Object[]>>> rows = database.read();
            ExecutorService readers = Executors.newFixedThreadPool(READERS);
            List<Future<Person>> people = new ArrayList<>();
            entries.forEach((name, entry) -> people.add(readers.submit(
                    () -> new Person(name, entry, rows.getOrDefault(name, Map.of()), MailStore.read(name)))));
            readers.shutdown();
            List<Person> found = new ArrayList<>();
            for (Future<Person> person : people) {
                found.add(person.get());
            }
            return found;
        }
    }

    private static Loader loader(String parts, String connections) {
        int[] each = Arrays.stream(connections.split(",")).mapToInt(Integer::parseInt).toArray();
        return new Loader(Set.of(parts.split(",")), each[0], each[1], each[2]);
    }

    private static void load(List<Person> people, int measured, Loader loader) throws Exception {
        Loader.Prepared warmUp = Loader.Prepared.of(people.subList(measured, people.size()));
        Loader.Prepared prepared = Loader.Prepared.of(people.subList(0, measured));
        if (loader.parts().equals(Set.of("imap"))) {
            Loader entries = new Loader(Set.of("ldap"), 1, 1, 1);
            entries.load(warmUp);
            entries.load(prepared);
        }
        loader.load(warmUp);
        System.gc();
        long client = clientNanos();
        double servers = serverSeconds();
        long start = System.nanoTime();
        loader.load(prepared);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "seconds=%.3f client=%.3f servers=%.3f memory=%s%n",
                seconds, (clientNanos() - client) / 1e9, serverSeconds() - servers, peakMemory());
    }

    private static long clientNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** What the servers, all of them descendants of samples/servers/run, have used so far, ended children included. */
    private static double serverSeconds() throws IOException {
        long ticks = 0;
        ProcessHandle run = ProcessHandle.of(Long.parseLong(System.getenv("SERVERS_PID"))).orElseThrow();
        ProcessHandle self = ProcessHandle.current();
        for (ProcessHandle server : run.children().filter(child -> child.descendants().noneMatch(self::equals)).toList()) {
            for (ProcessHandle process : Stream.concat(Stream.of(server), server.descendants()).toList()) {
                ticks += ticks(process.pid());
            }
        }
        return ticks / 100.0;
    }

    /** USER_HZ is 100 on every Linux that runs Debian; fields as in proc(5). */
    private static long ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
    }

    /** KiB. */
    private static String peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElse("0");
    }

    /** Compares how many values, rows and folders each one has; exits with 1 at the first difference. */
    private static void verify(List<Person> expected) throws Exception {
        List<String> found = people().stream().map(Person::summary).toList();
        Set<String> all = Set.copyOf(found);
        for (Person person : expected) {
            if (!all.contains(person.summary())) {
                String instead = found.stream().filter(one -> one.startsWith(person.name() + " ")).findFirst().orElse("nobody");
                System.err.println("expected " + person.summary() + "\nfound    " + instead);
                System.exit(1);
            }
        }
        System.out.println(expected.size() + " people complete");
    }
}
