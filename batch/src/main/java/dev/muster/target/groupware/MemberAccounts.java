package dev.muster.target.groupware;

import dev.muster.model.AttachedAccount;
import dev.muster.model.MailAddress;
import dev.muster.model.MailServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mail accounts of some users, shared ones and their own. Belongs to one transaction; follows what is planned. */
final class MemberAccounts {
    /** An account that no administrator attached. */
    record Ordinary(long id, String address, String url, String login) {}

    private final Set<Long> users = new HashSet<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, List<AttachedAccount>> attached = new HashMap<>();
    private final Map<Long, List<Ordinary>> ordinary = new HashMap<>();
    private final Map<Long, MailServer> reading = new HashMap<>();
    private final Map<Long, MailServer> sending = new HashMap<>();

    private MemberAccounts() {}

    static MemberAccounts read(SqlSession session, int context, Collection<Long> users) throws SQLException {
        MemberAccounts found = new MemberAccounts();
        new AccountReader(session, context).byUser(users).forEach(found::add);
        for (List<Long> some : Sql.parts(users)) {
            found.readOwn(session, context, some);
        }
        return found;
    }

    private void readOwn(SqlSession session, int context, List<Long> some) throws SQLException {
        List<Object> parameters = Sql.list(context, some);
        String in = Sql.parameters(some.size());
        session.query("SELECT id FROM `user` WHERE guestCreatedBy = 0 AND cid = ? AND id IN " + in, parameters)
                .forEach(row -> users.add(row.number(0)));
        session.query("SELECT id, uid FROM login2user WHERE cid = ? AND id IN " + in, parameters)
                .forEach(row -> names.put(row.number(0), row.text(1)));
        session.query(
                        "SELECT `user`, id, primary_addr, url, login, starttls FROM user_mail_account"
                                + " WHERE secondary = 0 AND cid = ? AND `user` IN " + in,
                        parameters)
                .forEach(this::addOrdinary);
        session.query(
                        "SELECT `user`, url, starttls FROM user_transport_account WHERE id = 0 AND cid = ? AND `user` IN "
                                + in,
                        parameters)
                .forEach(row -> sending.put(row.number(0), new MailServer(row.text(1), row.number(2) != 0)));
    }

    private void addOrdinary(SqlRow row) {
        long user = row.number(0);
        Ordinary account = new Ordinary(row.number(1), row.text(2), row.text(3), row.text(4));
        ordinary.computeIfAbsent(user, any -> new ArrayList<>()).add(account);
        if (account.id() == 0) {
            reading.put(user, new MailServer(account.url(), row.number(5) != 0));
        }
    }

    /** Guests are none. */
    boolean isUser(long id) {
        return users.contains(id);
    }

    /** Her login; empty where she has none. */
    String name(long user) {
        return names.getOrDefault(user, "");
    }

    /** Usually one or none. */
    List<AttachedAccount> attached(long user, MailAddress address) {
        return attached.getOrDefault(user, List.of()).stream()
                .filter(account -> account.is(address))
                .toList();
    }

    List<AttachedAccount> attached(long user) {
        return List.copyOf(attached.getOrDefault(user, List.of()));
    }

    List<Ordinary> ordinary(long user) {
        return ordinary.getOrDefault(user, List.of());
    }

    /** The server of her own account; empty where she has no such account. */
    Optional<MailServer> own(long user, MailServer.Side side) {
        return Optional.ofNullable(side == MailServer.Side.MAIL ? reading.get(user) : sending.get(user))
                .filter(server -> !server.url().isEmpty());
    }

    void add(AttachedAccount account) {
        attached.computeIfAbsent(account.user(), any -> new ArrayList<>()).add(account);
    }

    void remove(AttachedAccount account) {
        attached.getOrDefault(account.user(), new ArrayList<>()).remove(account);
    }
}
