package dev.muster.target.groupware;

import dev.muster.model.AttachedAccount;
import dev.muster.model.MailServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of shared accounts to be written, gathered so that each kind goes out as one batch. Belongs to one transaction. */
final class AccountRows {
    private static final String PROPERTY = "user_transport_account_properties (cid, id, `user`, name, `value`)";
    private static final String WHERE = " WHERE cid = ? AND id = ? AND `user` = ?";
    private static final String DELETE_PROPERTIES = "DELETE FROM %s_properties" + WHERE;

    /** With other words to the server, what it said to the old ones means nothing. */
    private static final List<String> ACCESS = List.of("url", "starttls", "login", "password");

    private final Site site;
    /** Run first: what somebody left of a row that he deleted would be in the way of a new one. */
    private final Updates leftovers = new Updates();

    private final Inserts inserts = new Inserts();
    private final Updates updates = new Updates();

    AccountRows(Site site) {
        this.site = site;
    }

    void insert(AttachedAccount account) {
        Map<String, @Nullable Object> mail = AccountColumns.mail(account, site.schema());
        mail.put("primary_addr", account.address());
        mail.put("spam_handler", "NoSpamHandler");
        AccountColumns.SHORT_FOLDERS.forEach(column -> mail.put(column, ""));
        insert(AccountColumns.MAIL, account, mail);
        account.transport().ifPresent(server -> insertTransport(account, server));
    }

    private void insertTransport(AttachedAccount account, MailServer server) {
        Map<String, @Nullable Object> transport = AccountColumns.transport(account, server);
        transport.put("send_addr", account.address());
        insert(AccountColumns.TRANSPORT, account, transport);
        inserts.add(PROPERTY, site.context(), account.id(), account.user(), "transport.auth", "mail");
    }

    private void insert(String table, AttachedAccount account, Map<String, @Nullable Object> columns) {
        List<@Nullable Object> values = new ArrayList<>(List.of(site.context(), account.id(), account.user(), 1));
        values.addAll(columns.values());
        inserts.add(
                table + " (cid, id, `user`, secondary, " + String.join(", ", columns.keySet()) + ")", values.toArray());
    }

    /** @return whether anything is to be written */
    boolean update(AttachedAccount before, AttachedAccount after) {
        Schema schema = site.schema();
        boolean changed = update(
                AccountColumns.MAIL, after, AccountColumns.mail(before, schema), AccountColumns.mail(after, schema));
        if (after.transport().isEmpty()) {
            return changed;
        }
        Map<String, @Nullable Object> wanted =
                AccountColumns.transport(after, after.transport().get());
        if (before.transport().isEmpty()) {
            leftovers.add(DELETE_PROPERTIES.formatted(AccountColumns.TRANSPORT), key(after));
            insertTransport(after, after.transport().get());
            return true;
        }
        Map<String, @Nullable Object> actual =
                AccountColumns.transport(before, before.transport().get());
        return update(AccountColumns.TRANSPORT, after, actual, wanted) || changed;
    }

    /**
     * The same, with the address and with a transport that may be gone.
     *
     * @return whether anything is to be written
     */
    boolean settle(AttachedAccount before, AttachedAccount after) {
        boolean changed = update(before, after);
        boolean readdressed = !before.address().equals(after.address());
        if (readdressed) {
            readdress(AccountColumns.MAIL, "primary_addr", after);
            readdress(AccountColumns.TRANSPORT, "send_addr", after);
        }
        if (before.transport().isPresent() && after.transport().isEmpty()) {
            delete(AccountColumns.TRANSPORT, after);
            return true;
        }
        return changed || readdressed;
    }

    private void readdress(String table, String column, AttachedAccount account) {
        updates.add(
                "UPDATE " + table + " SET " + column + " = ?" + WHERE + " AND secondary = 1",
                account.address(),
                site.context(),
                account.id(),
                account.user());
    }

    private boolean update(
            String table,
            AttachedAccount account,
            Map<String, @Nullable Object> actual,
            Map<String, @Nullable Object> wanted) {
        List<String> columns = wanted.keySet().stream()
                .filter(column -> !Objects.equals(wanted.get(column), actual.get(column)))
                .toList();
        if (columns.isEmpty()) {
            return false;
        }
        String set = columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        boolean access = columns.stream().anyMatch(ACCESS::contains);
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(wanted.get(column)));
        values.addAll(List.of(site.context(), account.id(), account.user()));
        updates.add(
                "UPDATE " + table + " SET " + set
                        + (access ? ", failed_auth_count = 0, failed_auth_date = 0, disabled = 0" : "") + WHERE
                        + " AND secondary = 1",
                values.toArray());
        return true;
    }

    void delete(AttachedAccount account) {
        delete(AccountColumns.MAIL, account);
        delete(AccountColumns.TRANSPORT, account);
    }

    private void delete(String table, AttachedAccount account) {
        updates.add(DELETE_PROPERTIES.formatted(table), key(account));
        updates.add("DELETE FROM " + table + WHERE + " AND secondary = 1", key(account));
    }

    private Object[] key(AttachedAccount account) {
        return new Object[] {site.context(), account.id(), account.user()};
    }

    /** @throws SQLException if the database refuses any of it */
    void run(SqlSession session) throws SQLException {
        leftovers.run(session);
        inserts.run(session);
        updates.run(session);
    }
}
