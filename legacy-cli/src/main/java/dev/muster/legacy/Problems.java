package dev.muster.legacy;

import dev.muster.model.ErrorCode;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;
import dev.muster.site.RefusalException;
import java.util.List;
import java.util.stream.Collectors;

/** What stands in the way of a call, as one sentence after the other and an exit status. */
final class Problems {
    private Problems() {}

    /** Why a step was not done. */
    static Problem of(TargetName target, StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Failed failed) {
            return failed.problem();
        }
        if (outcome instanceof StepOutcome.Unknown unknown) {
            return unknown.problem();
        }
        return new Problem(
                Origin.wholeFile("call"), ErrorCode.INTERNAL, "", "The " + target + " gave no answer.", "Look at it.");
    }

    /** The first one decides the status. */
    static RefusalException refusal(List<Problem> problems, String more) {
        String message = problems.stream()
                .map(problem -> problem.reason() + " " + problem.suggestion())
                .collect(Collectors.joining(" "));
        ExitStatus status = problems.isEmpty()
                ? ExitStatus.UNEXPECTED
                : Refusal.status(problems.get(0).code());
        return new RefusalException(status, (message + " " + more).strip());
    }
}
