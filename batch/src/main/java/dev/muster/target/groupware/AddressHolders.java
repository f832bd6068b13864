package dev.muster.target.groupware;

import dev.muster.model.MailAddress;
import dev.muster.model.TargetName;
import dev.muster.target.HolderSearch.Holder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who holds an address: users, aliases, resources, secondary mail accounts. Groups have none. Belongs to one transaction. */
final class AddressHolders {
    private record Held(String address, long user) {}

    private final SqlSession session;
    private final Site site;
    private final Set<String> asked = new LinkedHashSet<>();

    AddressHolders(SqlSession session, Site site) {
        this.session = session;
        this.site = site;
    }

    List<Holder> find(Collection<MailAddress> addresses) throws SQLException {
        if (addresses.isEmpty()) {
            return List.of();
        }
        for (MailAddress address : addresses) {
            asked.add(address.value());
            asked.add(address.folded());
        }
        Set<Held> held = new LinkedHashSet<>();
        rows("mail, id FROM `user` WHERE cid = ? AND mail").forEach(row -> held.add(held(row)));
        rows("alias, `user` FROM user_alias WHERE cid = ? AND alias").forEach(row -> held.add(held(row)));
        List<Holder> holders = new ArrayList<>(users(held));
        for (SqlRow row : rows("mail, identifier FROM resource WHERE cid = ? AND mail")) {
            holders.add(new Holder(fold(row), TargetName.GROUPWARE, "resource " + row.text(1), false));
        }
        holders.addAll(sharedAccounts());
        return holders;
    }

    private List<Holder> sharedAccounts() throws SQLException {
        if (!site.schema().has("user_mail_account", "secondary")) {
            return List.of();
        }
        return rows("primary_addr, name FROM user_mail_account WHERE cid = ? AND secondary = 1 AND primary_addr")
                .stream()
                .map(row -> new Holder(fold(row), TargetName.GROUPWARE, "shared mail account " + row.text(1), false))
                .distinct()
                .toList();
    }

    private List<Holder> users(Collection<Held> held) throws SQLException {
        Map<Long, String> logins =
                logins(held.stream().map(Held::user).distinct().toList());
        return held.stream()
                .map(one -> {
                    String login = logins.get(one.user);
                    String name = login == null ? "user " + one.user + " without a login" : login;
                    return new Holder(one.address, TargetName.GROUPWARE, name, login != null);
                })
                .toList();
    }

    private Map<Long, String> logins(List<Long> ids) throws SQLException {
        Map<Long, String> logins = new HashMap<>();
        if (ids.isEmpty()) {
            return logins;
        }
        String sql = "SELECT id, uid FROM login2user WHERE cid = ? AND id IN " + Sql.parameters(ids.size());
        session.query(sql, Sql.list(site.context(), ids)).forEach(row -> logins.put(row.number(0), row.text(1)));
        return logins;
    }

    private List<SqlRow> rows(String query) throws SQLException {
        String sql = "SELECT " + query + " IN " + Sql.parameters(asked.size());
        // The server's collation takes ü for u; an address does not.
        return session.query(sql, Sql.list(site.context(), asked)).stream()
                .filter(row -> asked.contains(fold(row)))
                .toList();
    }

    private static Held held(SqlRow row) {
        return new Held(fold(row), row.number(1));
    }

    private static String fold(SqlRow row) {
        return row.text(0).toLowerCase(Locale.ROOT);
    }
}
