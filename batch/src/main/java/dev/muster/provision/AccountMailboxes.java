package dev.muster.provision;

import dev.muster.model.AccountSpec;
import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.Password;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserDraft;
import dev.muster.model.UserSpec;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The mailboxes of shared accounts: on the mail server they are those of users of the accounts' names. */
final class AccountMailboxes {
    private static final long MEGABYTE = 1024L * 1024;

    private final AccountRules rules;

    AccountMailboxes(AccountRules rules) {
        this.rules = rules;
    }

    /** What is there, by the user of the account's name; nothing where the site has no mail server. */
    Map<ObjectKey, TargetState> read(List<ObjectKey> accounts) {
        List<ObjectKey> keys = accounts.stream().map(AccountRules::mailbox).toList();
        return rules.mailboxes()
                .filter(any -> !keys.isEmpty())
                .map(target -> target.read(keys))
                .orElse(Map.of());
    }

    /** The mailbox as it is made: with the folders of its language and, where one is wished, with a limit. */
    TargetPlan.Create making(AccountSpec spec) {
        Claims claims = new Claims(
                "", spec.key().toString(), spec.key().userName(), spec.primary(), 0, 0, 0, 0, DriveName.NONE, 1);
        UserSpec person = rules.house()
                .templates()
                .complete(draft(spec), claims, rules.house().siteKey());
        SortedMap<Field, List<String>> values =
                new TreeMap<>(Map.of(Field.MAIL, List.of(spec.primary().value())));
        spec.mailbox()
                .quotaBytes()
                .ifPresent(bytes -> values.put(Field.QUOTA, List.of(Long.toString(megabytes(bytes)))));
        UserSpec mailbox = new UserSpec(
                spec.origin(),
                spec.key().toString(),
                spec.key().userName(),
                values,
                new Password.Keep(),
                person.folders(),
                Map.of());
        return new TargetPlan.Create(mailbox, claims);
    }

    private static UserDraft draft(AccountSpec spec) {
        SortedMap<Field, List<String>> values = new TreeMap<>(Map.of(
                Field.USERNAME,
                List.of(spec.key().name()),
                Field.MAIL,
                List.of(spec.primary().value())));
        spec.mailbox().language().ifPresent(language -> values.put(Field.LANGUAGE, List.of(language)));
        return new UserDraft(spec.origin(), spec.key().toString(), values, new Password.Keep());
    }

    /** 0 = no limit. */
    private static long megabytes(long bytes) {
        return bytes < 0 ? 0 : (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
