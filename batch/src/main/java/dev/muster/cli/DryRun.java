package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.input.Feed;
import dev.muster.input.FeedCheck;
import dev.muster.input.FeedReader;
import dev.muster.input.FeedRow;
import dev.muster.ledger.PlanRow;
import dev.muster.ledger.Run;
import dev.muster.model.AccountDraft;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import dev.muster.model.RosterDraft;
import dev.muster.model.UserDraft;
import dev.muster.provision.AccountChunkPlanner;
import dev.muster.provision.AccountRules;
import dev.muster.provision.ChunkPlanner;
import dev.muster.provision.ClaimBook;
import dev.muster.provision.PaperAccounts;
import dev.muster.provision.PaperClaims;
import dev.muster.provision.PaperRosters;
import dev.muster.provision.PlannedAccount;
import dev.muster.provision.PlannedRoster;
import dev.muster.provision.PlannedRow;
import dev.muster.provision.RosterChunkPlanner;
import dev.muster.provision.RosterRules;
import dev.muster.report.ProblemJson;
import dev.muster.site.ExitStatus;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The import's own planner over the whole feed, with nothing written anywhere: no target, no claim, no state. */
final class DryRun {
    private final CommonOptions common;
    private final FeedOptions feedOptions;
    private final Choices choices;
    private final boolean detailed;
    private final Map<PlanKind, Long> kinds = new EnumMap<>(PlanKind.class);
    private final BitSet rejected = new BitSet();

    DryRun(CommonOptions common, FeedOptions feedOptions, Choices choices, boolean detailed) {
        this.common = common;
        this.feedOptions = feedOptions;
        this.choices = choices;
        this.detailed = detailed;
    }

    int call() {
        Configuration configuration = common.configuration();
        try (Site site = Site.openForReading(configuration, choices)) {
            Feed feed = feedOptions.open(
                    feedOptions.settings(configuration, site.templates(), site.passwords()), site.remembered());
            System.err.println(FeedIntroduction.of(feed));
            long rows = new FeedCheck(note -> System.err.println(note))
                    .run(feed, this::reject)
                    .rows();
            Run paper = onPaper(configuration);
            ClaimBook claims = new PaperClaims(site.claims(paper));
            plan(feed, site.planner(claims, feed), configuration);
            RosterRules rosters = site.rosters(claims, new PaperRosters(site.rosterClaims(paper)));
            planGroups(
                    feed, new RosterChunkPlanner(rosters), configuration.run().chunk());
            planAccounts(feed, site.accounts(rosters, new PaperAccounts(site.accountRecords(paper))));
            System.out.println(common.json() ? json(rows) : text(rows));
            ExitStatus verdict = FeedVerdict.of(configuration, rows, rejected.cardinality());
            return (verdict == ExitStatus.DONE ? status() : verdict).number();
        }
    }

    private void plan(Feed feed, ChunkPlanner planner, Configuration configuration) {
        int size = configuration.run().chunk();
        List<UserDraft> chunk = new ArrayList<>(size);
        try (FeedReader reader = feed.reader()) {
            for (Optional<FeedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (row.get() instanceof FeedRow.Good good
                        && !rejected.get((int) good.origin().ordinal())) {
                    chunk.add(good.draft());
                }
                if (chunk.size() == size) {
                    planner.plan(chunk).forEach(this::count);
                    chunk.clear();
                }
            }
        }
        planner.plan(chunk).forEach(this::count);
    }

    private void planGroups(Feed feed, RosterChunkPlanner planner, int size) {
        for (ObjectKey.Kind kind : RosterRules.KINDS) {
            if (feed.mayHold(kind)) {
                planGroups(feed, kind, planner, size);
            }
        }
    }

    private void planGroups(Feed feed, ObjectKey.Kind kind, RosterChunkPlanner planner, int size) {
        List<RosterDraft> chunk = new ArrayList<>(size);
        try (FeedReader reader = feed.reader(kind)) {
            for (Optional<FeedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (row.get() instanceof FeedRow.Roster roster
                        && roster.draft().key().kind() == kind
                        && !rejected.get((int) roster.origin().ordinal())) {
                    chunk.add(roster.draft());
                }
                if (chunk.size() == size) {
                    planner.plan(chunk).forEach(this::count);
                    chunk.clear();
                }
            }
        }
        planner.plan(chunk).forEach(this::count);
    }

    private void planAccounts(Feed feed, AccountRules rules) {
        if (!feed.mayHold(ObjectKey.Kind.ACCOUNT)) {
            return;
        }
        AccountChunkPlanner planner = new AccountChunkPlanner(rules);
        List<AccountDraft> accounts = new ArrayList<>();
        try (FeedReader reader = feed.reader(ObjectKey.Kind.ACCOUNT)) {
            for (Optional<FeedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (row.get() instanceof FeedRow.Account account
                        && !rejected.get((int) account.origin().ordinal())) {
                    accounts.add(account.draft());
                }
            }
        }
        planner.plan(accounts).forEach(this::count);
    }

    private void count(PlannedAccount planned) {
        if (planned instanceof PlannedAccount.Refused refused) {
            refused.problems().forEach(this::reject);
        } else if (planned instanceof PlannedAccount.Ready ready) {
            kinds.merge(ready.row().kind(), 1L, Long::sum);
            show(ready.row(), ready.origin(), () -> PlanJson.of(ready));
        }
    }

    private void count(PlannedRoster planned) {
        if (planned instanceof PlannedRoster.Refused refused) {
            refused.problems().forEach(this::reject);
        } else if (planned instanceof PlannedRoster.Ready ready) {
            PlanRow row = ready.work().toRecord();
            kinds.merge(row.kind(), 1L, Long::sum);
            show(row, ready.work().draft().origin(), () -> PlanJson.of(ready.work()));
        }
    }

    private void count(PlannedRow planned) {
        if (planned instanceof PlannedRow.Refused refused) {
            refused.problems().forEach(this::reject);
        } else if (planned instanceof PlannedRow.Ready ready) {
            kinds.merge(ready.plan().kind(), 1L, Long::sum);
            show(ready.toRecord(), ready.draft().origin(), () -> PlanJson.of(ready));
        }
    }

    private void show(PlanRow row, Origin origin, Supplier<String> json) {
        if (common.json()) {
            System.out.println(json.get());
        } else if (row.kind() == PlanKind.CHANGE) {
            List<String> changes = row.changes().stream()
                    .map(digest -> digest.split(" ")[0] + " " + digest.split(" ")[1])
                    .toList();
            System.out.println(origin + " " + row.userName() + ": " + String.join(", ", changes));
        }
    }

    private void reject(Problem problem) {
        rejected.set((int) problem.origin().ordinal());
        if (common.json()) {
            System.out.println(ProblemJson.of(problem));
        } else {
            System.err.println(problem);
        }
    }

    /** Of a feed that is as it should be. */
    private ExitStatus status() {
        boolean pending = kinds.getOrDefault(PlanKind.CREATE, 0L) + kinds.getOrDefault(PlanKind.CHANGE, 0L) > 0;
        return detailed && pending ? ExitStatus.CHANGES_PENDING : ExitStatus.DONE;
    }

    private String text(long rows) {
        return "%d rows: %d would be created, %d updated, %d stay as they are, %d are rejected. Nothing was written."
                .formatted(
                        rows,
                        kinds.getOrDefault(PlanKind.CREATE, 0L),
                        kinds.getOrDefault(PlanKind.CHANGE, 0L),
                        kinds.getOrDefault(PlanKind.UNCHANGED, 0L),
                        rejected.cardinality());
    }

    private String json(long rows) {
        return "{\"dryRun\":true,\"read\":%d,\"created\":%d,\"updated\":%d,\"unchanged\":%d,\"rejected\":%d}"
                .formatted(
                        rows,
                        kinds.getOrDefault(PlanKind.CREATE, 0L),
                        kinds.getOrDefault(PlanKind.CHANGE, 0L),
                        kinds.getOrDefault(PlanKind.UNCHANGED, 0L),
                        rejected.cardinality());
    }

    /** A run that is entered nowhere. */
    static Run onPaper(Configuration configuration) {
        return new Run(0, configuration.source(), "", "", "", "", Run.State.RUNNING, 0, 0, 0, 0, true, "", "");
    }
}
