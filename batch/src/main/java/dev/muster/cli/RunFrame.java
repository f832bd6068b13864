package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.input.ReportedFeed;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.ledger.SiteLock;

/**
 * What every run has, whatever it does.
 *
 * @param lock held as long as the run goes
 * @param json whether the result is to be JSON
 */
record RunFrame(Configuration configuration, Ledger ledger, Run run, ReportedFeed feed, SiteLock lock, boolean json) {}
