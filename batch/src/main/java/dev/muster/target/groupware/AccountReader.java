package dev.muster.target.groupware;

import dev.muster.model.AttachedAccount;
import dev.muster.model.MailAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads shared accounts. Belongs to one transaction. */
final class AccountReader {
    private static final Comparator<AttachedAccount> ORDER = Comparator.comparing(
                    (AttachedAccount account) -> account.address().toLowerCase(Locale.ROOT))
            .thenComparingLong(AttachedAccount::user)
            .thenComparingLong(AttachedAccount::id);

    private final SqlSession session;
    private final int context;

    AccountReader(SqlSession session, int context) {
        this.session = session;
        this.context = context;
    }

    /** Those of these addresses and users; none given = all. */
    List<AttachedAccount> read(Collection<MailAddress> addresses, Collection<Long> users) throws SQLException {
        Set<Long> wanted = Set.copyOf(users);
        Set<String> folded = addresses.stream().map(MailAddress::folded).collect(Collectors.toSet());
        List<AttachedAccount> found = users.isEmpty() ? byAddress(folded) : byUser(wanted);
        // The server's collation takes ü for u; an address does not.
        return found.stream()
                .filter(account ->
                        folded.isEmpty() || folded.contains(account.address().toLowerCase(Locale.ROOT)))
                .sorted(ORDER)
                .toList();
    }

    List<AttachedAccount> byUser(Collection<Long> users) throws SQLException {
        List<AttachedAccount> found = new ArrayList<>();
        for (List<Long> some : Sql.parts(users)) {
            found.addAll(rows(" AND m.`user` IN " + Sql.parameters(some.size()), some));
        }
        return found;
    }

    private List<AttachedAccount> byAddress(Collection<String> addresses) throws SQLException {
        if (addresses.isEmpty()) {
            return rows("", List.of());
        }
        List<AttachedAccount> found = new ArrayList<>();
        for (List<String> some : Sql.parts(new LinkedHashSet<>(addresses))) {
            found.addAll(rows(" AND m.primary_addr IN " + Sql.parameters(some.size()), some));
        }
        return found;
    }

    private List<AttachedAccount> rows(String condition, List<?> parameters) throws SQLException {
        return session.query(AccountColumns.select() + condition, Sql.list(context, parameters)).stream()
                .map(AccountColumns::read)
                .toList();
    }
}
