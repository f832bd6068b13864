package dev.muster.ledger;

import dev.muster.model.AccountField;
import dev.muster.model.AccountSettings;
import dev.muster.model.EndpointSource;
import dev.muster.model.MailAddress;
import dev.muster.model.SharedAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How shared mail accounts were asked for, table {@code muster_shared_account}: what the rows of their members cannot tell,
 * such as a server that is each member's own. Never a password. Thread-safe as its statements are.
 */
public final class SharedAccountTable {
    private final Statements statements;

    SharedAccountTable(Statements statements) {
        this.statements = statements;
    }

    /** What is recorded of the account, without passwords. */
    public Optional<SharedAccount> find(int context, MailAddress address) {
        return statements
                .query(
                        "SELECT mail_source, transport_source, settings FROM muster_shared_account"
                                + " WHERE context = ? AND address = ?",
                        row -> account(row, address),
                        List.of(context, address.folded()))
                .stream()
                .findFirst();
    }

    /** Records the account, or how it is wanted now; its passwords are left out. */
    public void save(int context, SharedAccount account) {
        statements.batch(
                "INSERT INTO muster_shared_account VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                        + " mail_source = VALUES(mail_source), transport_source = VALUES(transport_source),"
                        + " settings = VALUES(settings)",
                List.<Object[]>of(new Object[] {
                    context,
                    account.address().folded(),
                    account.mail().id(),
                    account.transport().id(),
                    text(account.settings().texts())
                }));
    }

    /** Forgets the account, which nobody has any more. */
    public void delete(int context, MailAddress address) {
        statements.batch(
                "DELETE FROM muster_shared_account WHERE context = ? AND address = ?",
                List.<Object[]>of(new Object[] {context, address.folded()}));
    }

    private static SharedAccount account(ResultSet row, MailAddress address) throws SQLException {
        return new SharedAccount(
                address,
                new AccountSettings(texts(row.getString(3)), Map.of()),
                EndpointSource.of(row.getString(1)).orElse(EndpointSource.NONE),
                EndpointSource.of(row.getString(2)).orElse(EndpointSource.NONE));
    }

    /** A line for every field: {@code reply-to=support@example.org}. */
    static String text(Map<AccountField, String> texts) {
        return texts.entrySet().stream()
                .map(each -> each.getKey().id() + "=" + each.getValue().replaceAll("\\R", " "))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    static Map<AccountField, String> texts(String lines) {
        Map<AccountField, String> texts = new EnumMap<>(AccountField.class);
        for (String line : Sql.split(lines)) {
            int equals = line.indexOf('=');
            AccountField.of(line.substring(0, Math.max(0, equals)))
                    .ifPresent(field -> texts.put(field, line.substring(equals + 1)));
        }
        return texts;
    }
}
