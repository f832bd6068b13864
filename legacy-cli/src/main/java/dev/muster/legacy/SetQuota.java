package dev.muster.legacy;

import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.Password;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import java.util.ArrayList;
import java.util.List;

/** {@code setquota}: how much mail a user may keep (whitepaper 3.8). */
final class SetQuota implements LegacyCommand {
    /** A petabyte in megabytes has ten digits; more is a slip. */
    private static final String MEGABYTES = "\\d{1,10}";

    private static final CommandModel MODEL = CommandModel.of(
                    "setquota",
                    "Changes the mail quota of a user",
                    Option.mandatory("username", "NAME", "The user's name"),
                    Option.mandatory("quotasize", "MB", "The quota in megabytes of 1024 x 1024 bytes; 0 = no limit"))
            .withExamples("setquota --adminuser=mailadmin --adminpasswd=secret --username=smtest --quotasize=50");

    @Override
    public CommandModel model() {
        return MODEL;
    }

    @Override
    public String run(Call call, Sites sites) {
        UserName name = People.named(call);
        String megabytes = megabytes(call.text("quotasize").strip());
        try (LegacySite site = sites.open(Source.ALL)) {
            Amendment amendment = Amendment.of(site, name);
            amendment.apply(steps(site, amendment, megabytes));
            return "The mail quota of " + name + " is "
                    + (megabytes.equals("0") ? "unlimited now." : megabytes + " MB now.");
        }
    }

    private static String megabytes(String text) {
        if (!text.matches(MEGABYTES)) {
            throw Call.misused("--quotasize: '" + text + "' is no number of megabytes. Write digits only.");
        }
        return Long.toString(Long.parseLong(text));
    }

    private static List<Amendment.Step> steps(LegacySite site, Amendment amendment, String megabytes) {
        List<Amendment.Step> steps = new ArrayList<>();
        for (TargetName target : List.of(TargetName.LDAP, TargetName.IMAP)) {
            if (site.targets().written().contains(target) && site.targets().keeps(target, Field.QUOTA)) {
                steps.add(step(amendment, target, megabytes));
            }
        }
        if (steps.isEmpty()) {
            throw new RefusalException(
                    ExitStatus.CONFIGURATION,
                    "Nobody keeps mail quotas here. Say in "
                            + site.configuration().file() + " who sets them: imap.quota.");
        }
        return steps;
    }

    private static Amendment.Step step(Amendment amendment, TargetName target, String megabytes) {
        TargetState.Present present = amendment.states().get(target);
        if (present == null) {
            throw new RefusalException(
                    ExitStatus.CONFLICT,
                    "The user has " + (target == TargetName.IMAP ? "no mailbox" : "no entry in the directory")
                            + ". Nothing was touched. Make it with adduser --source_only.");
        }
        List<String> before = present.values(Field.QUOTA);
        List<String> after = List.of(megabytes);
        Password keep = new Password.Keep();
        return new Amendment.Step(
                target,
                amendment.change(keep, new FieldChange(Field.QUOTA, before, after)),
                amendment.change(keep, new FieldChange(Field.QUOTA, after, before)));
    }
}
