package dev.muster.job;

import dev.muster.ledger.Run;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Holds a step that calls itself completed to the number of rows that the check counted. Spring Batch lets a step count
 * as completed in ways that lose rows; here the run fails instead.
 */
record WholeFeedRead(Supplier<Run> run) implements StepExecutionListener {
    @Override
    public @Nullable ExitStatus afterStep(StepExecution execution) {
        long expected = run.get().rowsRead();
        if (execution.getStatus() != BatchStatus.COMPLETED || execution.getReadCount() == expected) {
            return null;
        }
        execution.setStatus(BatchStatus.FAILED);
        return ExitStatus.FAILED.addExitDescription(
                "Planned " + execution.getReadCount() + " of " + expected + " rows.");
    }
}
