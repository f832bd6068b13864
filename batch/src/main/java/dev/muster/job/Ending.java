package dev.muster.job;

import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;

/** How a run ended, apart from what its rows came to. */
public sealed interface Ending {
    /** Every step was gone through. */
    record Complete() implements Ending {}

    /** Asked to stop; everything that was begun is recorded. */
    record Stopped() implements Ending {}

    /** Something that is no row's fault. */
    record Broken(Throwable cause) implements Ending {}

    static Ending of(JobExecution execution, StopSwitch stop) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return new Complete();
        }
        List<Throwable> failures = execution.getAllFailureExceptions();
        if (stop.thrown() || execution.getStatus() == BatchStatus.STOPPED) {
            return new Stopped();
        }
        return new Broken(failures.stream()
                .filter(failure -> !(failure instanceof JobExecutionException))
                .findFirst()
                .orElseGet(() ->
                        new IllegalStateException(execution.getExitStatus().getExitDescription())));
    }
}
