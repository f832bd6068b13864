package dev.muster.job;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * Stops a job at the next chunk's end, resumable. The one safe way in Spring Batch 6.0.4: {@code JobOperator.stop} races
 * with the step's own update, and an interrupted thread lets a step count as completed. Thread-safe.
 */
public final class StopSwitch implements StepExecutionListener, StepInterruptionPolicy {
    private final Set<StepExecution> live = ConcurrentHashMap.newKeySet();
    private volatile boolean thrown;

    /** Asks every step that runs now or later to end with its current chunk. Repeating it changes nothing. */
    public void stop() {
        thrown = true;
        live.forEach(StepExecution::setTerminateOnly);
    }

    public boolean thrown() {
        return thrown;
    }

    @Override
    public void beforeStep(StepExecution execution) {
        live.add(execution);
        if (thrown) {
            execution.setTerminateOnly();
        }
    }

    @Override
    public void checkInterrupted(StepExecution execution) throws JobInterruptedException {
        if (thrown || execution.isTerminateOnly()) {
            execution.setTerminateOnly();
            throw new JobInterruptedException("Asked to stop.");
        }
    }
}
