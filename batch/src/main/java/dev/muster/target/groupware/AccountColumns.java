package dev.muster.target.groupware;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPassword;
import dev.muster.model.AccountSettings;
import dev.muster.model.AttachedAccount;
import dev.muster.model.MailServer;
import dev.muster.model.Secret;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which columns of {@code user_mail_account} and {@code user_transport_account} hold what of a shared account. */
final class AccountColumns {
    static final String MAIL = "user_mail_account";
    static final String TRANSPORT = "user_transport_account";

    /** Folder names without their path: the middleware finds the folders itself. NOT NULL in old layouts. */
    static final List<String> SHORT_FOLDERS =
            List.of("trash", "sent", "drafts", "spam", "confirmed_spam", "confirmed_ham", "archive");

    /** Of the mail row. */
    private static final Map<AccountField, String> TEXTS = texts();

    private AccountColumns() {}

    /** Begins a query for {@link #read}: mail rows {@code m}, and transport rows {@code t} where there are any. */
    static String select() {
        return "SELECT m.`user`, m.id, m.primary_addr, m.url, m.starttls, m.password, t.id, t.url, t.starttls, t.password,"
                + " t.login, "
                + String.join(", ", TEXTS.values().stream().map("m."::concat).toList())
                + " FROM user_mail_account m LEFT JOIN user_transport_account t"
                + " ON t.cid = m.cid AND t.id = m.id AND t.`user` = m.`user` AND t.secondary = 1"
                + " WHERE m.secondary = 1 AND m.cid = ?";
    }

    static AttachedAccount read(SqlRow row) {
        boolean sends = !row.isNull(6);
        Map<AccountField, String> texts = new EnumMap<>(AccountField.class);
        Map<AccountField, AccountPassword> passwords = new EnumMap<>(AccountField.class);
        if (sends) {
            texts.put(AccountField.TRANSPORT_LOGIN, row.text(10));
        }
        int column = 11;
        for (AccountField field : TEXTS.keySet()) {
            if (!row.isNull(column) && !(field.isFolder() && row.text(column).isEmpty())) {
                texts.put(field, row.text(column));
            }
            column++;
        }
        password(row, 5).ifPresent(stored -> passwords.put(AccountField.PASSWORD, stored));
        password(row, 9).ifPresent(stored -> passwords.put(AccountField.TRANSPORT_PASSWORD, stored));
        return new AttachedAccount(
                row.text(2),
                row.number(0),
                row.number(1),
                new AccountSettings(texts, passwords),
                new MailServer(row.text(3), row.number(4) != 0),
                sends ? Optional.of(new MailServer(row.text(7), row.number(8) != 0)) : Optional.empty());
    }

    /** What can change of the mail row; passwords have to be in their stored form. */
    static Map<String, @Nullable Object> mail(AttachedAccount account, Schema schema) {
        AccountSettings settings = account.settings();
        Map<String, @Nullable Object> columns = server(account.mail());
        columns.put("password", stored(settings, AccountField.PASSWORD));
        TEXTS.forEach((field, column) ->
                columns.put(column, settings.text(field).orElse(schema.isNullable(MAIL, column) ? null : "")));
        return columns;
    }

    /** What can change of the transport row. */
    static Map<String, @Nullable Object> transport(AttachedAccount account, MailServer server) {
        AccountSettings settings = account.settings();
        Map<String, @Nullable Object> columns = server(server);
        columns.put("password", stored(settings, AccountField.TRANSPORT_PASSWORD));
        columns.put("login", settings.text(AccountField.TRANSPORT_LOGIN).orElse(""));
        for (AccountField field : List.of(AccountField.NAME, AccountField.PERSONAL, AccountField.REPLY_TO)) {
            columns.put(column(field), settings.text(field).orElse(null));
        }
        return columns;
    }

    private static Map<String, @Nullable Object> server(MailServer server) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("url", server.url());
        columns.put("starttls", server.startTls() ? 1 : 0);
        return columns;
    }

    private static @Nullable String stored(AccountSettings settings, AccountField field) {
        AccountPassword password = settings.password(field).orElse(null);
        if (password instanceof AccountPassword.Clear) {
            throw new IllegalStateException("A password has not been encrypted.");
        }
        return password instanceof AccountPassword.Stored stored ? stored.form().reveal() : null;
    }

    private static Optional<AccountPassword> password(SqlRow row, int column) {
        return row.isNull(column)
                ? Optional.empty()
                : Optional.of(new AccountPassword.Stored(Secret.of(row.text(column))));
    }

    private static Map<AccountField, String> texts() {
        List<AccountField> fields = new ArrayList<>(
                List.of(AccountField.NAME, AccountField.LOGIN, AccountField.PERSONAL, AccountField.REPLY_TO));
        Stream.of(AccountField.values()).filter(AccountField::isFolder).forEach(fields::add);
        Map<AccountField, String> columns = new LinkedHashMap<>();
        fields.forEach(field -> columns.put(field, column(field)));
        return columns;
    }

    private static String column(AccountField field) {
        return field == AccountField.REPLY_TO ? "replyTo" : field.name().toLowerCase(Locale.ROOT);
    }
}
