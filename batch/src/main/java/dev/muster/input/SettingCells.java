package dev.muster.input;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPassword;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import dev.muster.model.Vocabulary.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a row says of login, name, servers and folders of a shared account, in the form in which the model keeps it. */
final class SettingCells {
    private SettingCells() {}

    /** A field that is cleared is an empty text. */
    static Map<AccountField, String> texts(Row row) {
        Map<AccountField, String> texts = new EnumMap<>(AccountField.class);
        Stream.of(AccountField.values()).filter(field -> !field.isPassword()).forEach(field -> {
            List<String> said = row.values().get(AccountColumns.field(field));
            if (said != null) {
                texts.put(field, said.isEmpty() ? "" : text(field, said.get(0)));
            }
        });
        return texts;
    }

    private static String text(AccountField field, String value) {
        if (AccountColumns.column(AccountColumns.field(field)).kind() == Kind.SWITCH) {
            return Boolean.toString(value.equals("yes"));
        }
        return field.id().endsWith("-protocol") ? value.toLowerCase(Locale.ROOT) : value;
    }

    /** A password that is cleared is an empty one. Who cannot be told to the mail server, a hash, is a problem. */
    static Map<AccountField, AccountPassword> passwords(Row row) {
        Map<AccountField, AccountPassword> passwords = new EnumMap<>(AccountField.class);
        row.passwords().forEach((field, password) -> {
            if (password instanceof Password.Clear clear) {
                passwords.put(account(field), new AccountPassword.Clear(clear.secret()));
            } else if (password instanceof Password.Hashed) {
                refuseHash(row, field);
            }
        });
        Stream.of(AccountField.values())
                .filter(AccountField::isPassword)
                .filter(field -> row.cleared(AccountColumns.field(field)))
                .forEach(field -> passwords.put(field, new AccountPassword.Clear(Secret.of(""))));
        return passwords;
    }

    private static AccountField account(Field field) {
        return AccountField.of(field.name()).orElseThrow();
    }

    private static void refuseHash(Row row, Field field) {
        row.problem(
                ErrorCode.VALUE_INVALID,
                field.name(),
                "The password is a hash, with which nobody can log in at a mail server.",
                "Give the password itself, or leave it out.");
    }
}
