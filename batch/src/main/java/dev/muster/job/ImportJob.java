package dev.muster.job;

import dev.muster.input.FeedRow;
import dev.muster.job.Progress.Phase;
import dev.muster.ledger.ProblemTable;
import dev.muster.ledger.Run;
import dev.muster.model.AccountDraft;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterDraft;
import dev.muster.provision.AccountAssignment;
import dev.muster.provision.Assignment;
import dev.muster.provision.RosterAssignment;
import dev.muster.provision.RosterRules;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The import's steps: check, plan people, plan groups and resources, plan shared accounts, guard, apply people, apply groups
 * and resources, apply shared accounts, report.
 */
final class ImportJob {
    static final String NAME = "import";
    /** Planning only reads: the more rows at a time, the fewer rounds to the servers. */
    private static final int PLANNED_AT_ONCE = 4;
    /** Roughly; so an account is as much work as so many people. */
    private static final int MEMBERS_OF_ACCOUNT = 10;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final ImportParts parts;
    private final StopSwitch stop;
    /** Begun with the check: until every server has answered for the first time, the feed has been read. */
    private final FutureTask<Boolean> asked = new FutureTask<>(this::requireTargets, true);

    ImportJob(JobRepository repository, PlatformTransactionManager transactions, ImportParts parts, StopSwitch stop) {
        this.repository = repository;
        this.transactions = transactions;
        this.parts = parts;
        this.stop = stop;
    }

    Job job() {
        FailureLimit limit = new FailureLimit(
                parts.limits().failures(),
                parts.ledger().outcomes().failed(parts.run().id()),
                stop);
        return new JobBuilder(NAME, repository)
                .start(check())
                .next(ask())
                .next(plan())
                .next(planGroups())
                .next(planAccounts())
                .next(guard())
                .next(apply(limit))
                .next(groups(limit))
                .next(accounts(limit))
                .next(report())
                .build();
    }

    private Step check() {
        CheckStep check = new CheckStep(parts);
        return alone("check", () -> {
            parts.progress().begin(Phase.CHECK, 0);
            new Thread(asked, "ask").start();
            check.run();
        });
    }

    /** A server that is away is no news for the first chunk: by then the plan would be old. */
    private Step ask() {
        return alone("ask", () -> {
            // Nothing happens where it was begun with the check.
            asked.run();
            await(asked);
        });
    }

    private static void await(Future<?> answer) {
        try {
            answer.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the servers were asked.", interrupted);
        }
    }

    private void requireTargets() {
        if (parts.feed().mayHold(ObjectKey.Kind.USER) || parts.feed().mayHold(ObjectKey.Kind.ACCOUNT)) {
            parts.applier().requireTargets();
        }
    }

    private Step plan() {
        return new StepBuilder("plan", repository)
                .<FeedRow, FeedRow>chunk(PLANNED_AT_ONCE * parts.limits().chunk())
                .transactionManager(transactions)
                .reader(new FeedItemReader(parts.feed()))
                .writer(new PlanWriter(parts.run().id(), parts.ledger(), parts.planner(), parts.progress()))
                .interruptionPolicy(stop)
                .listener(stop)
                .listener(new Beginning(
                        () -> parts.progress().begin(Phase.PLAN, current().rowsRead())))
                .build();
    }

    /** After the people, because they are members. */
    private Step planGroups() {
        return new StepBuilder("plan-groups", repository)
                .<RosterDraft, RosterDraft>chunk(parts.limits().chunk())
                .transactionManager(transactions)
                .reader(new RosterReader(parts.feed()))
                .writer(new RosterPlanWriter(parts))
                .interruptionPolicy(stop)
                .listener(stop)
                .build();
    }

    /** After the groups, because they are members. */
    private Step planAccounts() {
        return new StepBuilder("plan-accounts", repository)
                .<AccountDraft, AccountDraft>chunk(parts.limits().chunk())
                .transactionManager(transactions)
                .reader(new AccountReader(parts.feed()))
                .writer(new AccountPlanWriter(parts))
                .interruptionPolicy(stop)
                .listener(stop)
                .listener(new WholeFeedRead(this::current, this::plannedOrRejected))
                .build();
    }

    /** Nothing has been written before this; afterwards the plan is carried out. */
    private Step guard() {
        return alone("guard", () -> {
            ProblemTable problems = parts.ledger().problems();
            long rejected = problems.rejectedRows(parts.run().id());
            parts.guard().objection(current().rowsRead(), rejected).ifPresent(objection -> {
                throw new GuardException(objection);
            });
        });
    }

    private Step apply(FailureLimit limit) {
        ApplyWriter writer = new ApplyWriter(parts, ownTransaction(), limit);
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("apply-");
        return new StepBuilder("apply", repository)
                .partitioner(
                        "apply-part",
                        new PlanPartitioner(parts.ledger().plans(), parts.run().id()))
                .step(new PartitionStep(execution -> part(writer, execution)))
                .gridSize(parts.limits().partitions())
                .taskExecutor(threads)
                .listener(stop)
                .listener(new Beginning(this::beginApply))
                .build();
    }

    private Step groups(FailureLimit limit) {
        long run = parts.run().id();
        return new StepBuilder("groups", repository)
                .<RosterAssignment, RosterAssignment>chunk(parts.limits().chunk())
                .transactionManager(transactions)
                .reader(new RosterAssignmentReader(parts.ledger().plans(), run, parts.feed()))
                .writer(new RosterApplyWriter(parts, ownTransaction(), limit))
                .interruptionPolicy(stop)
                .listener(stop)
                .listener(new Beginning(() -> parts.progress()
                        .begin(Phase.GROUPS, parts.ledger().plans().toDo(run, RosterRules.KINDS))))
                .build();
    }

    private Step accounts(FailureLimit limit) {
        long run = parts.run().id();
        return new StepBuilder("accounts", repository)
                .<AccountAssignment, AccountAssignment>chunk(
                        Math.max(1, parts.limits().chunk() / MEMBERS_OF_ACCOUNT))
                .transactionManager(transactions)
                .reader(new AccountAssignmentReader(parts.feed(), this::agenda))
                .writer(new AccountApplyWriter(parts, ownTransaction(), limit))
                .interruptionPolicy(stop)
                .listener(stop)
                .listener(new Beginning(() -> parts.progress()
                        .begin(Phase.ACCOUNTS, parts.ledger().plans().planned(run, ObjectKey.Kind.ACCOUNT))))
                .build();
    }

    /** Asked when the step begins: only then it is known how many rows the feed has. */
    private AccountAgenda agenda() {
        return new AccountAgenda(
                parts.ledger().plans(),
                parts.ledger().outcomes(),
                parts.accounts().book(),
                parts.run().id(),
                current().rowsRead());
    }

    private Step part(ApplyWriter writer, StepExecution execution) {
        Partition partition = Partition.of(execution.getStepName());
        return new StepBuilder("apply-part", repository)
                .<Assignment, Assignment>chunk(parts.limits().chunk())
                .transactionManager(transactions)
                .reader(new AssignmentReader(parts.ledger().plans(), parts.run().id(), parts.feed(), partition))
                .writer(writer)
                .interruptionPolicy(stop)
                .listener(stop)
                .build();
    }

    private Step report() {
        return alone("report", () -> {
            parts.progress().begin(Phase.REPORT, 0);
            parts.report().run();
        });
    }

    /** A step that is one piece of work, outside any transaction, begun anew after a crash. */
    private Step alone(String name, Runnable work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
                .listener(stop)
                .build();
    }

    private void beginApply() {
        long toDo = parts.ledger().plans().toDo(parts.run().id(), List.of(ObjectKey.Kind.USER));
        parts.progress().begin(Phase.APPLY, toDo);
    }

    private long plannedOrRejected() {
        long run = parts.run().id();
        long planned = parts.ledger().plans().planned(run, current().rowsRead());
        return planned + parts.ledger().problems().rejectedRows(run);
    }

    private Run current() {
        return parts.ledger().runs().find(parts.run().id()).orElseThrow();
    }

    private TransactionTemplate ownTransaction() {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    /** A worker step that is put together for each partition, because readers have a position of their own. */
    private record PartitionStep(Function<StepExecution, Step> parts) implements Step {
        @Override
        public String getName() {
            return "apply-part";
        }

        @Override
        public void execute(StepExecution execution) throws JobInterruptedException {
            parts.apply(execution).execute(execution);
        }
    }
}
