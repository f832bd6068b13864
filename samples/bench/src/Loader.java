import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes prepared people as fast as the servers take them, all back-ends at once, and reads nothing. A person's mailbox
 * comes after her entry, since the mail server looks her up in the directory.
 *
 * @param parts of ldap, sql, imap
 */
record Loader(Set<String> parts, int ldapConnections, int sqlConnections, int imapConnections) {
    private static final int COMMIT = 500;

    /** People in the form in which they are sent: nothing of this is made inside the measured time. */
    record Prepared(List<Person> people, List<Entry> entries, List<MailStore.Request> mailboxes) {
        static Prepared of(List<Person> people) {
            return new Prepared(
                    people,
                    people.stream().map(Directory::entry).toList(),
                    people.stream().map(MailStore::create).toList());
        }
    }

    /** Ends when everything is written; whatever a server refuses is an exception. */
    void load(Prepared prepared) throws Exception {
        BlockingQueue<Integer> reachable = new LinkedBlockingQueue<>();
        List<Callable<Void>> lanes = new ArrayList<>();
        addDirectory(prepared, reachable, lanes);
        addDatabase(prepared, lanes);
        addMailboxes(prepared, reachable, lanes);
        ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
        CompletionService<Void> running = new ExecutorCompletionService<>(threads);
        try {
            lanes.forEach(running::submit);
            for (int i = 0; i < lanes.size(); i++) {
                running.take().get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void addDirectory(Prepared prepared, BlockingQueue<Integer> reachable, List<Callable<Void>> lanes) {
        AtomicInteger next = new AtomicInteger();
        int size = prepared.entries().size();
        for (int i = 0; parts.contains("ldap") && i < ldapConnections; i++) {
            lanes.add(() -> {
                try (Directory directory = new Directory()) {
                    for (int one = next.getAndIncrement(); one < size; one = next.getAndIncrement()) {
                        directory.add(prepared.entries().get(one));
                        reachable.add(one);
                    }
                }
                return null;
            });
        }
        for (int one = 0; !parts.contains("ldap") && one < size; one++) {
            reachable.add(one);
        }
    }

    private void addDatabase(Prepared prepared, List<Callable<Void>> lanes) {
        AtomicInteger next = new AtomicInteger();
        List<Person> people = prepared.people();
        for (int i = 0; parts.contains("sql") && i < sqlConnections; i++) {
            lanes.add(() -> {
                try (Database database = new Database()) {
                    for (int from = next.getAndAdd(COMMIT); from < people.size(); from = next.getAndAdd(COMMIT)) {
                        database.insert(people.subList(from, Math.min(from + COMMIT, people.size())));
                    }
                }
                return null;
            });
        }
    }

    private void addMailboxes(Prepared prepared, BlockingQueue<Integer> reachable, List<Callable<Void>> lanes) {
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; parts.contains("imap") && i < imapConnections; i++) {
            lanes.add(() -> {
                while (next.getAndIncrement() < prepared.mailboxes().size()) {
                    MailStore.exchange(prepared.mailboxes().get(reachable.take()));
                }
                return null;
            });
        }
    }
}
