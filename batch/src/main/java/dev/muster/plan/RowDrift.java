package dev.muster.plan;

import dev.muster.model.AccountDifference;
import dev.muster.model.AccountField;
import dev.muster.model.AttachedAccount;
import dev.muster.model.EndpointSource;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.SharedAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the groupware's rows are not as they should be. */
final class RowDrift {
    private static final String WHERE = "groupware, account";

    private final WantedAccount wanted;

    RowDrift(WantedAccount wanted) {
        this.wanted = wanted;
    }

    List<AccountDifference> of(Map<ObjectKey, AttachedAccount> actual) {
        List<AccountDifference> differences =
                new ArrayList<>(Roll.of(WHERE, "attached", wanted.readers(), actual.keySet()));
        for (ObjectKey who : Roll.sorted(wanted.readers())) {
            AttachedAccount row = actual.get(who);
            MailboxRole role = wanted.people().get(who);
            if (row != null && role != null) {
                wanted.account().as(role).ifPresent(account -> differences.addAll(compare(who, account, row)));
            }
        }
        return differences;
    }

    private List<AccountDifference> compare(ObjectKey who, SharedAccount account, AttachedAccount row) {
        List<AccountDifference> differences = new ArrayList<>();
        boolean sends = isForSending(account);
        if (sends != row.transport().isPresent()) {
            differences.add(difference(
                    who, "transport", said(sends), said(row.transport().isPresent())));
        }
        new TreeMap<>(account.settings().texts()).forEach((field, text) -> {
            String is = row.settings().text(field).orElse("");
            if (isSame(field) && !text.equals(is)) {
                differences.add(difference(who, field.id(), AccountDrift.quoted(text), AccountDrift.quoted(is)));
            }
        });
        return differences;
    }

    /** A transport of which nothing is said is none. */
    private static boolean isForSending(SharedAccount account) {
        return account.transport() != EndpointSource.NONE
                || account.settings().text(AccountField.TRANSPORT_SERVER).isPresent();
    }

    /** Servers can come from the member's own account, and logins are made for her. */
    private static boolean isSame(AccountField field) {
        return !field.isServer() && field != AccountField.LOGIN && field != AccountField.TRANSPORT_LOGIN;
    }

    private static String said(boolean sends) {
        return sends ? "there" : "none";
    }

    private static AccountDifference difference(ObjectKey who, String what, String should, String is) {
        return new AccountDifference(who.toString(), "groupware, " + what, should, is, AccountDrift.IMPORT);
    }
}
