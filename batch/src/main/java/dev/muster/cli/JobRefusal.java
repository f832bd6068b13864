package dev.muster.cli;

import dev.muster.job.GuardException;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;

/** What stopped a command: a guard of the job, or what may stop any command. */
final class JobRefusal {
    private JobRefusal() {}

    static Refusal of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof GuardException) {
                return new Refusal(ExitStatus.GUARD, String.valueOf(each.getMessage()));
            }
        }
        return Refusal.of(thrown);
    }
}
