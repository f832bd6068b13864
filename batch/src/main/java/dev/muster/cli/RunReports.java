package dev.muster.cli;

import dev.muster.input.Feed;
import dev.muster.ledger.Run;

/** The reports of a run. */
final class RunReports {
    private RunReports() {}

    static void write(Site site, Run run, Feed feed) {}
}
