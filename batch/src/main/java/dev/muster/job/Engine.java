package dev.muster.job;

import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Runs an import on the calling thread and keeps its progress in the state store. One engine per process and run; the
 * caller holds the site lock, because recovering a run that still lives would run it twice.
 */
public final class Engine {
    private final JdbcTransactionManager transactions;
    private final JobRepository repository;
    private final TaskExecutorJobOperator operator;

    private Engine(JdbcTransactionManager transactions, JobRepository repository, TaskExecutorJobOperator operator) {
        this.transactions = transactions;
        this.repository = repository;
        this.operator = operator;
    }

    /** Wires Spring Batch over the state store and makes its tables where they are missing. */
    public static Engine over(DataSource stateStore) {
        try {
            JobTables.make(stateStore);
            JdbcTransactionManager transactions = new JdbcTransactionManager(stateStore);
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(stateStore);
            factory.setTransactionManager(transactions);
            factory.afterPropertiesSet();
            JobRepository repository = factory.getObject();
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.setTaskExecutor(new SyncTaskExecutor());
            operator.afterPropertiesSet();
            return new Engine(transactions, repository, operator);
        } catch (RuntimeException unusable) {
            throw unusable;
        } catch (Exception unusable) {
            throw new IllegalStateException("The state store cannot keep jobs: " + unusable.getMessage(), unusable);
        }
    }

    /** Begins a run, or goes on where it was stopped or killed; returns when it has ended, one way or another. */
    public Ending run(ImportParts parts, StopSwitch stop) {
        Job job = new ImportJob(repository, transactions, parts, stop).job();
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", parts.run().id()).toJobParameters();
        JobInstance begun = repository.getJobInstance(ImportJob.NAME, parameters);
        return begun != null && wentThroughAllSteps(begun) ? new Ending.Complete() : start(job, parameters, stop);
    }

    private Ending start(Job job, JobParameters parameters, StopSwitch stop) {
        try {
            return Ending.of(operator.start(job, parameters), stop);
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception broken) {
            throw new IllegalStateException("The run cannot be started: " + broken.getMessage(), broken);
        }
    }

    /** Killed after its last step, before that was noted, a run is complete; any other is made ready to go on. */
    private boolean wentThroughAllSteps(JobInstance begun) {
        JobExecution last = repository.getLastJobExecution(begun);
        if (last == null) {
            // Killed before its first step: Spring Batch would miss the execution that it wants to go on with.
            repository.deleteJobInstance(begun);
            return false;
        }
        if (last.getStatus() == BatchStatus.COMPLETED) {
            return true;
        }
        makeRestartable(last);
        return false;
    }

    /**
     * Whoever was killed is still running by the record, and whoever lost the state store may be unknown there: Spring
     * Batch refuses to go on, since a chunk's commit may or may not have happened. Here either is fine: whatever has no
     * outcome is applied, and what was written to the targets is read again before anything is repeated.
     */
    private void makeRestartable(JobExecution last) {
        if (last.isRunning()) {
            operator.recover(last);
        }
        last.getStepExecutions().stream()
                .filter(step -> step.getStatus() == BatchStatus.UNKNOWN)
                .forEach(step -> {
                    step.setStatus(BatchStatus.FAILED);
                    repository.update(step);
                });
        if (last.getStatus() == BatchStatus.UNKNOWN) {
            last.setStatus(BatchStatus.FAILED);
            repository.update(last);
        }
    }
}
