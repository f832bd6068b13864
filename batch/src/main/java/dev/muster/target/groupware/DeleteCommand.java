package dev.muster.target.groupware;

import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.target.ConfiguredCommand;
import dev.muster.target.ConfiguredCommand.Ending;
import dev.muster.target.ConfiguredCommand.Result;
import dev.muster.target.groupware.LeaverSearch.Suspect;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leaves people to a configured command, such as the reference's {@code deleteuser}, which knows about appointments and
 * files. What it leaves of them in known tables is Muster's to remove, as is a creation that is taken back. Runs outside
 * any transaction, and without the lock that the command takes itself. For one thread.
 */
record DeleteCommand(ConfiguredCommand command, Retries retries, Site site) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** @return what came of those whom the command did not delete; whoever is missing can be seen to */
    Map<ObjectKey, StepOutcome> run(List<TargetPlan.Delete> plans) throws SQLException {
        Map<ObjectKey, StepOutcome> refused = new LinkedHashMap<>();
        for (TargetPlan.Delete plan : plans) {
            Optional<Suspect> there = plan.undo() ? Optional.empty() : deletable(plan);
            if (there.isPresent()) {
                run(plan, there.get()).ifPresent(outcome -> refused.put(plan.key(), outcome));
            }
        }
        return refused;
    }

    private Optional<Suspect> deletable(TargetPlan.Delete plan) throws SQLException {
        return retries.inTransaction(session -> {
            LeaverSearch search = new LeaverSearch(session, site);
            return search.find(plan)
                    .filter(found -> !found.login().isEmpty())
                    .filter(found -> search.refusal(plan, found).isEmpty());
        });
    }

    private Optional<StepOutcome> run(TargetPlan plan, Suspect found) {
        Map<String, String> values = Map.of(
                "context", Integer.toString(site.context()),
                "userid", Long.toString(found.id()),
                "username", found.login());
        Result result = command.run(values, LONGEST);
        if (result.ending() == Ending.DONE) {
            return Optional.empty();
        }
        return LeaverSearch.problem(
                        plan,
                        ErrorCode.GROUPWARE_REFUSED,
                        "was not deleted by groupware.deleteCommand: " + result.text(),
                        "Run the command by hand and see what it says.")
                .map(result.ending() == Ending.LATE ? StepOutcome.Unknown::new : StepOutcome.Failed::new);
    }
}
