package dev.muster.cli;

import dev.muster.ledger.Run;
import dev.muster.report.ReportFiles;
import dev.muster.report.Reports;

/** Where the reports of a run are. */
record RunReports(ReportFiles files) {
    /** Writes them anew, from the ledger. */
    static RunReports write(RunFrame frame, Run told) {
        return new RunReports(Reports.write(
                told, frame.ledger(), frame.feed(), frame.configuration().run().reports()));
    }

    /** For the administrator: where to look, and what to correct. */
    String text() {
        String correct = files.rowsToCorrect() == 0
                ? ""
                : "%nTo correct and import again: %s (%d rows)".formatted(files.rejects(), files.rowsToCorrect());
        return "Report: " + files.page() + correct;
    }
}
