package dev.muster.target.groupware;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPlan;
import dev.muster.model.AttachedAccount;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailServer;
import dev.muster.model.Problem;
import java.util.Optional;
import java.util.stream.Stream;

/** What cannot be changed of an account. */
final class ChangeCheck {
    private ChangeCheck() {}

    static Optional<Problem> obstacle(AccountPlan.Change plan, MemberAccounts accounts) {
        for (AccountField field : new AccountField[] {AccountField.NAME, AccountField.LOGIN}) {
            if (plan.changes().text(field).filter(String::isBlank).isPresent()) {
                return AttachCheck.problem(
                        plan, ErrorCode.VALUE_INVALID, "Invalid mail account " + field.id() + ".", "Give one.");
            }
        }
        return plan.members().stream()
                .flatMap(member -> accounts.attached(member, plan.address()).stream())
                .flatMap(account -> Stream.concat(protocol(plan, account).stream(), transport(plan, account).stream()))
                .findFirst();
    }

    /** What the groupware remembers of a mailbox over IMAP means nothing over another protocol. */
    private static Optional<Problem> protocol(AccountPlan.Change plan, AttachedAccount account) {
        String before = account.mail().fields(MailServer.Side.MAIL).getOrDefault(AccountField.MAIL_PROTOCOL, "");
        return plan.changes()
                .text(AccountField.MAIL_PROTOCOL)
                .filter(wanted -> !before.isEmpty() && !before.equalsIgnoreCase(wanted))
                .flatMap(wanted -> AttachCheck.problem(
                        plan,
                        ErrorCode.VALUE_INVALID,
                        "The protocol of a mail account cannot be changed from " + before + " to " + wanted + ".",
                        "Delete the account and create it again."));
    }

    private static Optional<Problem> transport(AccountPlan.Change plan, AttachedAccount account) {
        boolean sending = Stream.concat(
                        plan.changes().texts().keySet().stream(), plan.changes().passwords().keySet().stream())
                .anyMatch(AccountField::isTransport);
        boolean named = plan.changes().text(AccountField.TRANSPORT_SERVER).isPresent();
        return !sending || named || account.transport().isPresent()
                ? Optional.empty()
                : AttachCheck.problem(
                        plan,
                        ErrorCode.VALUE_INVALID,
                        "User " + account.user() + " cannot send as " + plan.address()
                                + ": the account has no transport to be changed.",
                        "Give transport-server too.");
    }
}
