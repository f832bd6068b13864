package dev.muster.target.groupware;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPlan;
import dev.muster.model.AttachedAccount;
import dev.muster.model.EndpointSource;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailServer;
import dev.muster.model.Problem;
import dev.muster.model.SharedAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** What stands in the way of attaching an account. Belongs to one transaction. */
final class AttachCheck {
    private final int context;
    private final MemberAccounts accounts;

    AttachCheck(int context, MemberAccounts accounts) {
        this.context = context;
        this.accounts = accounts;
    }

    /** @param coming the members who do not have it yet */
    Optional<Problem> obstacle(AccountPlan.Attach plan, Collection<Long> coming) {
        return settings(plan)
                .or(() -> unknown(plan, coming))
                .or(() -> ordinary(plan, coming))
                .or(() -> sameLogin(plan, coming))
                .or(() -> serverless(plan, coming));
    }

    private static Optional<Problem> settings(AccountPlan.Attach plan) {
        SharedAccount account = plan.account();
        for (AccountField field : List.of(AccountField.NAME, AccountField.LOGIN)) {
            if (account.settings().text(field).orElse("").isBlank()) {
                return problem(plan, ErrorCode.VALUE_INVALID, "Invalid mail account " + field.id() + ".", "Give one.");
            }
        }
        return account.mail() == EndpointSource.NONE
                        && account.settings().text(AccountField.MAIL_SERVER).isEmpty()
                ? problem(plan, ErrorCode.VALUE_INVALID, "Missing mail end-point data.", "Give the mail server.")
                : Optional.empty();
    }

    private Optional<Problem> unknown(AccountPlan.Attach plan, Collection<Long> coming) {
        String users = those(coming, user -> !accounts.isUser(user));
        return users.isEmpty()
                ? Optional.empty()
                : problem(
                        plan,
                        ErrorCode.MEMBER_UNKNOWN,
                        "No such user " + users + " in context " + context + ".",
                        "Correct the number.");
    }

    private Optional<Problem> ordinary(AccountPlan.Attach plan, Collection<Long> coming) {
        String users = those(
                coming,
                user -> accounts.ordinary(user).stream()
                        .anyMatch(each ->
                                each.address().equalsIgnoreCase(plan.address().value())));
        return users.isEmpty()
                ? Optional.empty()
                : problem(
                        plan,
                        ErrorCode.ADDRESS_HELD,
                        "Duplicate mail account for user " + users + " in context " + context
                                + ": an ordinary account has the address " + plan.address() + " already.",
                        "Leave the user out, or delete that account first; it is never touched from here.");
    }

    /** As the reference has it, only where the server is named. */
    private Optional<Problem> sameLogin(AccountPlan.Attach plan, Collection<Long> coming) {
        Optional<MailServer> server = plan.account().mail() == EndpointSource.NONE
                ? MailServer.of(plan.account().settings().texts(), MailServer.Side.MAIL)
                : Optional.empty();
        String users = server.isEmpty() ? "" : those(coming, user -> reads(user, server.get(), login(plan, user)));
        return users.isEmpty()
                ? Optional.empty()
                : problem(
                        plan,
                        ErrorCode.ADDRESS_HELD,
                        "Duplicate mail account for user " + users + " in context " + context
                                + ": another account reads " + server.get().url() + " with the same login already.",
                        "Leave the user out, or remove that account first.");
    }

    private boolean reads(long user, MailServer server, String login) {
        List<List<String>> readings = new ArrayList<>();
        accounts.ordinary(user).forEach(each -> readings.add(List.of(each.url(), each.login())));
        for (AttachedAccount each : accounts.attached(user)) {
            readings.add(List.of(
                    each.mail().url(), each.settings().text(AccountField.LOGIN).orElse("")));
        }
        return readings.stream()
                .anyMatch(each -> each.get(0).equalsIgnoreCase(server.url())
                        && each.get(1).equals(login));
    }

    private String login(AccountPlan.Attach plan, long user) {
        return AccountWriter.login(plan.account(), accounts.name(user));
    }

    private Optional<Problem> serverless(AccountPlan.Attach plan, Collection<Long> coming) {
        String users = those(
                coming,
                user -> lacks(plan, user, MailServer.Side.MAIL) || lacks(plan, user, MailServer.Side.TRANSPORT));
        return users.isEmpty()
                ? Optional.empty()
                : problem(
                        plan,
                        ErrorCode.NOT_THERE,
                        "Missing mail end-point data: user " + users + " in context " + context
                                + " has no account (id 0) whose server could be taken.",
                        "Name the server instead of the source primary.");
    }

    private boolean lacks(AccountPlan.Attach plan, long user, MailServer.Side side) {
        return plan.account().source(side) == EndpointSource.PRIMARY
                && accounts.own(user, side).isEmpty();
    }

    private static String those(Collection<Long> users, LongPredicate bad) {
        return users.stream().filter(bad::test).map(String::valueOf).collect(Collectors.joining(", "));
    }

    static Optional<Problem> problem(AccountPlan plan, ErrorCode code, String reason, String suggestion) {
        return Optional.of(new Problem(plan.origin(), code, "", reason, suggestion));
    }
}
