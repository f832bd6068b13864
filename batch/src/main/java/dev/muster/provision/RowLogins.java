package dev.muster.provision;

import dev.muster.model.AccountField;
import dev.muster.model.AccountLogin;
import dev.muster.model.AccountPlan;
import dev.muster.model.ErrorCode;
import dev.muster.model.LoginTemplate;
import dev.muster.model.LoginTemplates;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts logins into rows where their template asks for more than the groupware knows; then each member has a plan of her
 * own. Who lacks a value keeps the template. For one thread.
 */
final class RowLogins {
    private final AccountRules rules;

    RowLogins(AccountRules rules) {
        this.rules = rules;
    }

    /** Whether some of its logins could not be made. */
    static boolean isOpen(AccountPlan plan) {
        return plan instanceof AccountPlan.Settle settle && !template(settle).isPlain();
    }

    /** @param numbers by which the groupware knows people */
    List<AccountPlan> fill(ObjectKey account, List<AccountPlan> rows, Map<ObjectKey, Long> numbers) {
        return rows.stream()
                .flatMap(plan ->
                        isOpen(plan) ? fill(account, (AccountPlan.Settle) plan, numbers).stream() : Stream.of(plan))
                .toList();
    }

    /** Why a plan stayed open. */
    static Problem lack(AccountWork work, AccountPlan plan) {
        String who = work.view().numbers().entrySet().stream()
                .filter(each -> plan.members().contains(each.getValue()))
                .map(each -> each.getKey().name())
                .sorted()
                .collect(Collectors.joining(", "));
        return new Problem(
                plan.origin(),
                ErrorCode.VALUE_MISSING,
                AccountField.LOGIN.id(),
                "There is no login of " + who + " to the " + work.key()
                        + ": the directory lacks a value for a placeholder.",
                "Give them the attributes that accounts.login names, or take another template.");
    }

    private List<AccountPlan> fill(ObjectKey account, AccountPlan.Settle plan, Map<ObjectKey, Long> numbers) {
        Map<ObjectKey, Long> members = new LinkedHashMap<>(numbers);
        members.values().retainAll(plan.members());
        LoginTemplates templates = rules.house().logins().withShared(template(plan));
        Map<ObjectKey, AccountLogin> logins =
                new AccountLogins(templates, rules.entries()).of(account, plan.address(), members.keySet());
        List<AccountPlan> each = new ArrayList<>();
        members.forEach((person, number) -> {
            AccountLogin login = logins.get(person);
            each.add(new AccountPlan.Settle(
                    plan.origin(),
                    login == null ? plan.account() : plan.account().withLogin(login.shared()),
                    plan.former(),
                    Set.of(number)));
        });
        return each;
    }

    private static LoginTemplate template(AccountPlan.Settle plan) {
        return new LoginTemplate(
                plan.account().settings().text(AccountField.LOGIN).orElse(""));
    }
}
