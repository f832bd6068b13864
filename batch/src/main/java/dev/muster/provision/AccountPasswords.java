package dev.muster.provision;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPassword;
import dev.muster.model.AccountRecord;
import dev.muster.model.AccountSettings;
import dev.muster.model.AccountSpec;
import dev.muster.model.AttachedAccount;
import dev.muster.model.SiteKey;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The passwords of shared accounts: those of the row where they are new, else those that a member has, in the form in
 * which she has them.
 */
final class AccountPasswords {
    private final SiteKey key;

    AccountPasswords(SiteKey key) {
        this.key = key;
    }

    /** @param rows who has the account */
    AccountSpec complete(AccountSpec spec, AccountRecord record, List<AttachedAccount> rows) {
        boolean known = spec.settings().passwords().isEmpty() || digest(spec).equals(record.passwordDigest());
        return rows.stream()
                .filter(any -> known)
                .min(Comparator.comparingLong(AttachedAccount::user))
                .map(row -> spec.withPasswords(row.settings()))
                .orElse(spec);
    }

    /** A keyed hash of the passwords that the row gives; that of the record where it gives none. */
    String digest(AccountSpec spec, AccountRecord record) {
        return spec.settings().passwords().isEmpty() ? record.passwordDigest() : digest(spec);
    }

    private String digest(AccountSpec spec) {
        StringJoiner text = new StringJoiner("\n");
        text.add(spec.key().toString());
        Map<AccountField, AccountPassword> passwords = new EnumMap<>(AccountField.class);
        passwords.putAll(spec.settings().passwords());
        passwords.forEach((field, password) -> {
            if (password instanceof AccountPassword.Clear clear) {
                text.add(field.id() + "=" + clear.secret().reveal());
            }
        });
        return HexFormat.of().formatHex(key.derive("account-password-digest", text.toString(), 32));
    }

    /** What a record keeps. */
    static AccountSpec without(AccountSpec spec) {
        return spec.withPasswords(AccountSettings.NONE);
    }
}
