package dev.muster.target.groupware;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPassword;
import dev.muster.model.AccountSettings;
import dev.muster.model.ErrorCode;
import dev.muster.model.Secret;
import dev.muster.model.TargetName;
import dev.muster.target.TargetException;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns passwords of shared accounts into the groupware's form and back; each once, for the newer form costs 50 ms. All
 * members of an account get the same text. For one thread.
 */
final class PasswordForms {
    private static final String ADVICE = " groupware.encryptionKeyFile has to name a file with the value of"
            + " com.openexchange.sessiond.encryptionKey, and groupware.generation the form of its release.";

    private final GroupwareSettings settings;
    private final Schema schema;
    private final Map<AccountPassword.Clear, AccountPassword.Stored> stored = new HashMap<>();
    private final Map<AccountPassword.Stored, Secret> revealed = new HashMap<>();

    PasswordForms(GroupwareSettings settings, Schema schema) {
        this.settings = settings;
        this.schema = schema;
    }

    /** The same settings with every password in its stored form. */
    AccountSettings stored(AccountSettings given) {
        Map<AccountField, AccountPassword> passwords = new EnumMap<>(AccountField.class);
        given.passwords().forEach((field, password) -> passwords.put(field, stored(password)));
        return new AccountSettings(given.texts(), passwords);
    }

    /** The same as {@link #stored(AccountSettings)}; a password that is there already keeps the text that it has. */
    AccountSettings stored(AccountSettings given, AccountSettings actual) {
        Map<AccountField, AccountPassword> passwords = new EnumMap<>(AccountField.class);
        given.passwords()
                .forEach((field, password) -> passwords.put(
                        field,
                        actual.password(field)
                                .filter(there -> means(there, password))
                                .orElseGet(() -> stored(password))));
        return new AccountSettings(given.texts(), passwords);
    }

    /** What a stored password means. */
    Secret reveal(AccountPassword.Stored password) {
        if (password.isEmpty()) {
            return password.form();
        }
        return revealed.computeIfAbsent(password, this::decrypted);
    }

    private boolean means(AccountPassword there, AccountPassword given) {
        if (there.isEmpty() || given.isEmpty() || given instanceof AccountPassword.Stored) {
            return there.isEmpty() && given.isEmpty() || there.equals(given);
        }
        try {
            return there instanceof AccountPassword.Stored form
                    && given instanceof AccountPassword.Clear clear
                    && reveal(form).equals(clear.secret());
        } catch (TargetException otherKeyOrForm) {
            return false;
        }
    }

    private AccountPassword.Stored stored(AccountPassword password) {
        if (password instanceof AccountPassword.Clear clear) {
            return clear.isEmpty()
                    ? new AccountPassword.Stored(clear.secret())
                    : stored.computeIfAbsent(clear, this::encrypted);
        }
        return (AccountPassword.Stored) password;
    }

    private AccountPassword.Stored encrypted(AccountPassword.Clear password) {
        try {
            return new AccountPassword.Stored(Secret.of(cipher().encrypt(password.secret())));
        } catch (GeneralSecurityException failure) {
            throw unusable("A password of a shared account cannot be encrypted, so nothing was written: "
                    + failure.getMessage() + "." + ADVICE);
        }
    }

    private Secret decrypted(AccountPassword.Stored password) {
        try {
            return cipher().decrypt(password.form().reveal());
        } catch (GeneralSecurityException failure) {
            throw unusable(
                    "A stored password of a shared account cannot be read: " + failure.getMessage() + "." + ADVICE);
        }
    }

    private AccountCipher cipher() {
        AccountPasswords passwords = settings.accountPasswords();
        Secret key = passwords
                .key()
                .filter(some -> !some.reveal().isEmpty())
                .orElseThrow(() ->
                        unusable("The groupware encrypts passwords of shared accounts, and its key is not configured."
                                + ADVICE));
        return AccountCipher.of(passwords.generation(), schema, key);
    }

    private static TargetException unusable(String message) {
        return new TargetException(TargetName.GROUPWARE, ErrorCode.CONFIGURATION_INVALID, message);
    }
}
