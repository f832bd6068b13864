package dev.muster.legacy;

import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserName;
import java.util.ArrayList;
import java.util.List;

/** {@code changepasswd}: a new password in every place that keeps one (whitepaper 3.7). */
final class ChangePassword implements LegacyCommand {
    private static final CommandModel MODEL = CommandModel.of(
                    "changepasswd",
                    "Changes the password of a user",
                    Option.mandatory("username", "NAME", "The user's name"),
                    Option.secret("password", "The new password").once("passwd"))
            .withExamples(
                    "changepasswd --adminuser=mailadmin --adminpasswd=secret --username=pm --password=newpass",
                    "changepasswd --adminuser=mailadmin --adminpasswd-file=/root/mailadmin --username=pm --password=-");

    @Override
    public CommandModel model() {
        return MODEL;
    }

    @Override
    public String run(Call call, Sites sites) {
        UserName name = People.named(call);
        Secret secret = call.secret("password").orElseThrow(() -> Call.misused("--password is missing."));
        try (LegacySite site = sites.open(Source.ALL)) {
            Amendment amendment = Amendment.of(site, name);
            List<Amendment.Step> steps = steps(site, amendment, name, new Password.Clear(secret));
            return "The password of " + name + " was changed in " + amendment.apply(steps);
        }
    }

    /** Mail servers look into the directory: they keep no password of their own. */
    private static List<Amendment.Step> steps(LegacySite site, Amendment amendment, UserName name, Password password) {
        FieldChange change = new FieldChange(Field.PASSWORD, List.of(), List.of());
        TargetPlan.Change there = amendment.change(password, change);
        List<Amendment.Step> steps = new ArrayList<>();
        if (amendment.writes(TargetName.LDAP)) {
            ObjectKey key = ObjectKey.user(name);
            Password before = site.storedPasswords(List.of(key)).getOrDefault(key, new Password.Keep());
            steps.add(new Amendment.Step(TargetName.LDAP, there, amendment.change(before, change)));
        }
        if (amendment.writes(TargetName.GROUPWARE)) {
            // Last: a transaction that fails has changed nothing.
            steps.add(new Amendment.Step(TargetName.GROUPWARE, there, amendment.change(new Password.Keep())));
        }
        return steps;
    }
}
