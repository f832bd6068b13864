package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.AccessPlan;
import dev.muster.model.FolderRole;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserSpec;
import dev.muster.target.imap.ImapSettings.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A mailbox on a real server, and people who are let into it or not. */
final class SharedMailbox implements AutoCloseable {
    static final String INBOX = "INBOX";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    /** Where somebody sees the folders of another's mailbox. */
    enum Make {
        DOVECOT {
            @Override
            RealServer server() {
                return RealServer.dovecot();
            }

            @Override
            String seen(String mailbox, String folder) {
                return "shared/" + mailbox + (folder.equals(INBOX) ? "" : "/" + folder);
            }

            @Override
            String child(String folder, String name) {
                return folder + "/" + name;
            }

            @Override
            void remove(RealServer server, List<String> names) {}
        },
        CYRUS {
            @Override
            RealServer server() {
                return RealServer.cyrus();
            }

            @Override
            String seen(String mailbox, String folder) {
                return "Other Users/" + mailbox + (folder.equals(INBOX) ? "" : "/" + folder);
            }

            /** What lies below INBOX stands beside it. */
            @Override
            String child(String folder, String name) {
                return folder.equals(INBOX) ? name : folder + "/" + name;
            }

            @Override
            void remove(RealServer server, List<String> names) {
                try (ImapClient administrator = server.as("")) {
                    for (String name : names) {
                        administrator.command("SETACL user/" + name + " mailadmin c");
                        administrator.command("DELETE user/" + name);
                    }
                }
            }
        };

        abstract RealServer server();

        abstract String seen(String mailbox, String folder);

        abstract String child(String folder, String name);

        abstract void remove(RealServer server, List<String> names);
    }

    private final Make make;
    private final RealServer server;
    private final ImapTarget target;
    private final List<String> names = new ArrayList<>();
    private final String name;

    SharedMailbox(Make make) {
        this.make = make;
        server = make.server();
        target = new ImapTarget(server.settings(new Quota.None()));
        name = person();
    }

    Make make() {
        return make;
    }

    ImapTarget target() {
        return target;
    }

    String name() {
        return name;
    }

    ObjectKey key() {
        return key(name);
    }

    static ObjectKey key(String name) {
        return new ObjectKey(ObjectKey.Kind.USER, name);
    }

    /** Somebody with a mailbox of her own. */
    String person() {
        String person = stranger();
        UserSpec spec = Users.german(person);
        assertThat(target.apply(List.of(new TargetPlan.Create(spec, Users.claims(spec, 1))))
                        .values())
                .allMatch(StepOutcome.Done.class::isInstance);
        names.add(person);
        return person;
    }

    /** Somebody without a mailbox. */
    String stranger() {
        String person = "m" + RUN + NUMBER.incrementAndGet();
        server.add(person);
        return person;
    }

    ImapClient as(String person) {
        return server.as(person);
    }

    /** How others name a folder of this mailbox. */
    String seen(String folder) {
        return make.seen(name, folder);
    }

    StepOutcome grant(Map<String, MailboxRole> members, Set<String> leaving) {
        AccessPlan plan = new AccessPlan(Origin.wholeFile("test"), key(), members, leaving);
        return target.grant(List.of(plan)).get(key());
    }

    Map<String, Map<String, String>> rights() {
        return target.rights(List.of(key())).get(key()).byFolder();
    }

    String folder(FolderRole role) {
        TargetState state = target.read(List.of(key())).get(key());
        return ((TargetState.Present) state).values(role.field()).get(0);
    }

    @Override
    public void close() {
        target.close();
        make.remove(server, names);
        server.close();
    }
}
