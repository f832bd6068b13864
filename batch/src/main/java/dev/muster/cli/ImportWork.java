package dev.muster.cli;

import dev.muster.config.RunSettings;
import dev.muster.input.Feed;
import dev.muster.input.FeedCheck;
import dev.muster.job.Ending;
import dev.muster.job.Engine;
import dev.muster.job.ImportParts;
import dev.muster.job.Progress;
import dev.muster.job.StopSwitch;
import dev.muster.ledger.Run;
import dev.muster.provision.ClaimBook;
import dev.muster.provision.RosterRules;

/** The people of a CSV or LDIF feed, taken to their targets by the job. */
record ImportWork(Site site, Run run, Feed feed) implements ImportRun.Work {
    @Override
    public Ending run(StopSwitch stop, Progress progress, Runnable report) {
        return Engine.over(site.state().dataSource()).run(parts(progress, report), stop);
    }

    private ImportParts parts(Progress progress, Runnable report) {
        RunSettings settings = site.configuration().run();
        ClaimBook book = site.claims(run);
        RosterRules rosters = site.rosters(book, site.rosterClaims(run));
        return new ImportParts(
                run,
                site.state().ledger(),
                feed,
                new FeedCheck(note -> System.err.println(note)),
                site.planner(book, feed),
                site.applier(book, feed),
                ImportParts.Rosters.by(rosters),
                ImportParts.Accounts.by(site.accounts(rosters, site.accountRecords(run))),
                FeedVerdict.guard(site.configuration()),
                report,
                new ImportParts.Limits(settings.chunk(), settings.partitions(), settings.failures()),
                progress);
    }
}
