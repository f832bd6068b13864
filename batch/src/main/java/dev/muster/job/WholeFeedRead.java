package dev.muster.job;

import dev.muster.ledger.Run;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Holds a step that calls itself completed to the number of rows that the check counted. Spring Batch lets a step count
 * as completed in ways that lose rows; here the run fails instead. What was recorded counts, not what this execution of
 * the step read: after a resume, that is the rest only.
 *
 * @param run the run as it is recorded now
 * @param recorded how many rows the ledger knows as planned or rejected
 */
record WholeFeedRead(Supplier<Run> run, LongSupplier recorded) implements StepExecutionListener {
    @Override
    public @Nullable ExitStatus afterStep(StepExecution execution) {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            return null;
        }
        long expected = run.get().rowsRead();
        long found = recorded.getAsLong();
        if (found == expected) {
            return null;
        }
        execution.setStatus(BatchStatus.FAILED);
        return ExitStatus.FAILED.addExitDescription("Planned " + found + " of " + expected + " rows.");
    }
}
