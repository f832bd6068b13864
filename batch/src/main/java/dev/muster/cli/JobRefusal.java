package dev.muster.cli;

import dev.muster.job.GuardException;
import dev.muster.ledger.StoreLoss;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;

/** What stopped a command: what may stop any command, a guard of the job, or a state store that Spring lost. */
final class JobRefusal {
    private JobRefusal() {}

    static Refusal of(Throwable thrown) {
        Refusal refusal = Refusal.of(thrown);
        if (refusal.status() != ExitStatus.UNEXPECTED) {
            return refusal;
        }
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof GuardException) {
                return new Refusal(ExitStatus.GUARD, String.valueOf(each.getMessage()));
            }
            if (StoreLoss.is(each)) {
                return Refusal.storeLost(each);
            }
        }
        return refusal;
    }
}
