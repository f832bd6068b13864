package dev.muster.job;

import dev.muster.guard.FeedGuard;
import dev.muster.input.Feed;
import dev.muster.input.FeedCheck;
import dev.muster.input.FeedSettings;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.ledger.Totals;
import dev.muster.model.AccountDefaults;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.LoginTemplates;
import dev.muster.model.SiteKey;
import dev.muster.model.TargetName;
import dev.muster.plan.ColumnPolicies;
import dev.muster.plan.Conflicts;
import dev.muster.plan.Planner;
import dev.muster.provision.AccountRules;
import dev.muster.provision.ChunkApplier;
import dev.muster.provision.ChunkPlanner;
import dev.muster.provision.LedgerAccounts;
import dev.muster.provision.LedgerClaims;
import dev.muster.provision.LedgerRosters;
import dev.muster.provision.PlanningRules;
import dev.muster.provision.Provisioner;
import dev.muster.provision.ReservedNames;
import dev.muster.provision.RosterRules;
import dev.muster.provision.Targets;
import dev.muster.provision.ThreadFanOut;
import dev.muster.target.NumberSource;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.Target;
import dev.muster.target.memory.MemoryTarget;
import dev.muster.template.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;

/** A site in memory: three targets, a state store, the templates that come with Muster. */
final class ImportFixture {
    private static final Set<Field> MAIL_FIELDS = Set.copyOf(
            Stream.concat(Stream.of(FolderRole.values()).map(FolderRole::field), Stream.of(Field.OTHER_FOLDERS))
                    .toList());
    final MemoryTarget ldap =
            new MemoryTarget(TargetName.LDAP, field -> !MAIL_FIELDS.contains(field) && !field.equals(Field.USER_ID));
    final MemoryTarget groupware = new MemoryTarget(
            TargetName.GROUPWARE, field -> !field.equals(Field.KEY) && !field.equals(Field.UID_NUMBER));
    final MemoryTarget imap = new MemoryTarget(TargetName.IMAP, MAIL_FIELDS::contains);
    final Ledger ledger;
    boolean completeMembers;
    /** As with {@code ldap.mode: read}. */
    boolean directoryLeads;
    /** As with {@code --adopt}. */
    Set<String> adopt = Set.of();

    Set<TargetName> only = EnumSet.allOf(TargetName.class);
    private final JdbcConnectionPool store;
    private final Path folder;

    ImportFixture(Path folder) {
        this.folder = folder;
        store = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + java.util.UUID.randomUUID() + ";MODE=MariaDB;DB_CLOSE_DELAY=-1", "muster", "");
        store.setMaxConnections(20);
        ledger = Ledger.open(store);
    }

    /** Enters a run over a feed with this text. */
    Run begin(String text) {
        Feed feed = feed(text);
        return ledger.runs()
                .begin(new Run(
                        0,
                        "test",
                        "",
                        feed.digest(),
                        feed.format().toString(),
                        "",
                        Run.State.RUNNING,
                        System.currentTimeMillis(),
                        0,
                        0,
                        0,
                        true,
                        "",
                        ""));
    }

    Ending execute(Run run, String text, StopSwitch stop) {
        Map<TargetName, Target> all = new EnumMap<>(TargetName.class);
        all.put(TargetName.LDAP, ldap);
        all.put(TargetName.GROUPWARE, groupware);
        all.put(TargetName.IMAP, imap);
        Map<Counter, NumberSource> numbers = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            numbers.put(counter, counter == Counter.UID_NUMBER ? ldap : groupware);
        }
        Set<TargetName> written = EnumSet.copyOf(only);
        if (directoryLeads) {
            written.remove(TargetName.LDAP);
        }
        Targets targets = new Targets(all, written, numbers);
        PlanningRules rules = new PlanningRules(
                "test",
                new SiteKey(new byte[32]),
                Templates.load(Path.of("../templates")),
                new Planner(new ColumnPolicies(Map.of(), Set.of()), written),
                new Conflicts(Set.of(), Set.of("oxadmin"), written),
                directoryLeads,
                Map.of());
        LedgerClaims book = new LedgerClaims(ledger.claims(), "test", run.id(), numbers);
        RosterRules rosters = new RosterRules(
                targets,
                book,
                new LedgerRosters(ledger.rosters(), "test", run.id(), numbers),
                directoryLeads,
                completeMembers);
        AccountRules accounts = new AccountRules(
                rosters,
                new LedgerAccounts(ledger, "test", run.id(), 1),
                new AccountRules.House(
                        rules.templates(), rules.siteKey(), AccountDefaults.HOUSE, LoginTemplates.DEFAULT, adopt));
        try (ThreadFanOut fanOut = new ThreadFanOut()) {
            ImportParts parts = new ImportParts(
                    run,
                    ledger,
                    feed(text),
                    new FeedCheck(),
                    new ChunkPlanner(rules, targets, book, ReservedNames.none()),
                    new ChunkApplier(rules, targets, book, new Provisioner(targets, fanOut)),
                    ImportParts.Rosters.by(rosters),
                    ImportParts.Accounts.by(accounts),
                    new FeedGuard(100, 0),
                    () -> {},
                    new ImportParts.Limits(10, 3, 5),
                    new Progress());
            return Engine.over(store).run(parts, stop);
        }
    }

    /** Who may send as which address: {@code info@test.tux anna}, sorted. */
    List<String> senders() {
        return new JdbcTemplate(store)
                .queryForList("SELECT CONCAT(address, ' ', login) FROM muster_sender_map ORDER BY 1", String.class);
    }

    /** What was said of this kind of problem, in all runs. */
    String problems(ErrorCode code) {
        return String.join(
                "\n",
                new JdbcTemplate(store)
                        .queryForList(
                                "SELECT CONCAT(reason, ' ', suggestion) FROM muster_problem WHERE code = ?",
                                String.class,
                                code.name()));
    }

    /** As after a state store that went away during a commit: Spring Batch does not know how it ended. */
    void loseTrack() {
        JdbcTemplate jdbc = new JdbcTemplate(store);
        jdbc.update("UPDATE BATCH_STEP_EXECUTION SET STATUS = 'UNKNOWN' WHERE STATUS <> 'COMPLETED'");
        jdbc.update("UPDATE BATCH_JOB_EXECUTION SET STATUS = 'UNKNOWN'");
    }

    /** A whole import. */
    Totals imported(String text) {
        Run run = begin(text);
        if (execute(run, text, new StopSwitch()) instanceof Ending.Broken broken) {
            throw new IllegalStateException(broken.cause());
        }
        return totals(run);
    }

    Totals totals(Run run) {
        Run now = ledger.runs().find(run.id()).orElseThrow();
        return ledger.outcomes()
                .totals(run.id(), now.rowsRead(), ledger.problems().rejectedRows(run.id()));
    }

    private Feed feed(String text) {
        try {
            Path file = folder.resolve(text.startsWith("dn:") ? "people.ldif" : "users.csv");
            Files.writeString(file, text);
            return Feed.open(file, FeedSettings.defaults());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
