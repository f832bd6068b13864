package dev.muster.job;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Does something when a step begins. */
record Beginning(Runnable work) implements StepExecutionListener {
    @Override
    public void beforeStep(StepExecution execution) {
        work.run();
    }
}
