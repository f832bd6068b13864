package dev.muster.ledger;

import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * What was decided for groups and resources, table {@code muster_roster_claim}, and which members a source gave them, table
 * {@code muster_given_member}. Thread-safe.
 */
public final class RosterClaimTable {
    private final JdbcTemplate jdbc;

    RosterClaimTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of these objects; objects without a claim are missing from the answer. */
    public Map<ObjectKey, RosterClaims> find(String source, Collection<ObjectKey> keys) {
        Map<ObjectKey, RosterClaims> found = new HashMap<>();
        byKind(keys)
                .forEach((kind, some) -> select(
                        "muster_roster_claim",
                        source,
                        some,
                        row -> found.put(
                                new ObjectKey(kind, row.getString("name")),
                                new RosterClaims(row.getLong("gid_number"), row.getLong("principal_id")))));
        return found;
    }

    /** The members that this source gave these objects; an object without any is missing from the answer. */
    public Map<ObjectKey, Set<ObjectKey>> given(String source, Collection<ObjectKey> keys) {
        Map<ObjectKey, Set<ObjectKey>> given = new HashMap<>();
        byKind(keys)
                .forEach((kind, some) -> select(
                        "muster_given_member",
                        source,
                        some,
                        row -> given.computeIfAbsent(
                                        new ObjectKey(kind, row.getString("name_folded")), any -> new LinkedHashSet<>())
                                .add(new ObjectKey(kind.ofMembers(), row.getString("member")))));
        return given;
    }

    /** Records numbers, new or brought up to date. */
    public void save(long runId, String source, Map<ObjectKey, RosterClaims> claims) {
        List<Object[]> rows = new ArrayList<>();
        claims.forEach((key, claim) -> rows.add(new Object[] {
            source, key.kind().name(), folded(key), key.name(), claim.gidNumber(), claim.principalId(), runId
        }));
        jdbc.batchUpdate(
                "INSERT INTO muster_roster_claim VALUES " + Sql.list(7) + " ON DUPLICATE KEY UPDATE"
                        + " gid_number = VALUES(gid_number), principal_id = VALUES(principal_id)",
                rows);
    }

    /** Records members as given by this source, beside those that are recorded already. */
    public void give(String source, Map<ObjectKey, Set<ObjectKey>> members) {
        jdbc.batchUpdate(
                "INSERT INTO muster_given_member VALUES " + Sql.list(5) + " ON DUPLICATE KEY UPDATE member = member",
                rows(source, members, true));
    }

    /** Forgets that this source gave these members. */
    public void takeBack(String source, Map<ObjectKey, Set<ObjectKey>> members) {
        jdbc.batchUpdate(
                "DELETE FROM muster_given_member WHERE source = ? AND kind = ? AND name_folded = ? AND member_folded = ?",
                rows(source, members, false));
    }

    private static List<Object[]> rows(String source, Map<ObjectKey, Set<ObjectKey>> members, boolean spelled) {
        List<Object[]> rows = new ArrayList<>();
        members.forEach((key, all) -> all.forEach(member -> {
            List<Object> row = new ArrayList<>(List.of(source, key.kind().name(), folded(key), folded(member)));
            if (spelled) {
                row.add(member.name());
            }
            rows.add(row.toArray());
        }));
        return rows;
    }

    private void select(String table, String source, List<ObjectKey> keys, RowCallbackHandler handler) {
        List<Object> arguments =
                new ArrayList<>(List.of(source, keys.get(0).kind().name()));
        keys.forEach(key -> arguments.add(folded(key)));
        String sql =
                "SELECT * FROM " + table + " WHERE source = ? AND kind = ? AND name_folded IN " + Sql.list(keys.size());
        jdbc.query(sql, handler, arguments.toArray());
    }

    private static Map<ObjectKey.Kind, List<ObjectKey>> byKind(Collection<ObjectKey> keys) {
        Map<ObjectKey.Kind, List<ObjectKey>> byKind = new HashMap<>();
        keys.forEach(key ->
                byKind.computeIfAbsent(key.kind(), any -> new ArrayList<>()).add(key));
        return byKind;
    }

    private static String folded(ObjectKey key) {
        return key.name().toLowerCase(Locale.ROOT);
    }
}
