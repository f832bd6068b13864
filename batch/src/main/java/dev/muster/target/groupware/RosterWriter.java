package dev.muster.target.groupware;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.StepOutcome;
import dev.muster.target.groupware.RosterReader.Found;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the plans of one chunk for groups and resources inside one transaction. Reads before it writes, so it may be
 * run again after a lost commit; what is there as planned is neither written nor stamped. Belongs to one transaction.
 */
final class RosterWriter {
    private static final int NAMES_PER_QUERY = 500;

    private final SqlSession session;
    private final Site site;
    private final long now = System.currentTimeMillis();
    private final Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
    private final Map<String, Long> people = new HashMap<>();
    private final Inserts objects = new Inserts();
    private final Inserts members = new Inserts();
    private final Updates updates = new Updates();
    private final MembershipStamps stamps;

    RosterWriter(SqlSession session, Site site) {
        this.session = session;
        this.site = site;
        stamps = new MembershipStamps(site, updates, now);
    }

    /** @throws SQLException if the database refuses any of it; nothing of the chunk may then be committed */
    Map<ObjectKey, StepOutcome> write(List<? extends RosterPlan> plans) throws SQLException {
        lock();
        Map<ObjectKey, Found> found = new RosterReader(session, site)
                .read(plans.stream().map(RosterPlan::key).toList());
        readPeople(plans);
        for (RosterPlan plan : plans) {
            outcomes.put(plan.key(), StepOutcome.Done.plainly());
            prepare(plan, Optional.ofNullable(found.get(plan.key())));
        }
        objects.run(session);
        members.runWhereMissing(session);
        updates.run(session);
        return outcomes;
    }

    /** No layout has a unique key over names: who makes groups or resources takes turns on the default group's row. */
    private void lock() throws SQLException {
        session.query(
                "SELECT id FROM `groups` WHERE cid = ? AND id = ? FOR UPDATE",
                List.of(site.context(), site.defaultGroup()));
    }

    private void readPeople(List<? extends RosterPlan> plans) throws SQLException {
        Set<String> names = new HashSet<>();
        for (RosterPlan plan : plans) {
            if (plan instanceof RosterPlan.Create create) {
                create.spec().members().forEach(member -> names.add(member.name()));
            } else if (plan instanceof RosterPlan.Change change) {
                change.coming().forEach(member -> names.add(member.name()));
                change.going().forEach(member -> names.add(member.name()));
            }
        }
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += NAMES_PER_QUERY) {
            List<String> some = all.subList(from, Math.min(all.size(), from + NAMES_PER_QUERY));
            people.putAll(new PeopleReader(session, site).ids(some));
        }
    }

    private void prepare(RosterPlan plan, Optional<Found> found) throws SQLException {
        RosterTable table = RosterTable.of(plan.key().kind()).orElseThrow();
        if (plan instanceof RosterPlan.Create create) {
            create(create, table, found);
        } else if (plan instanceof RosterPlan.Change change) {
            change(change, table, found);
        } else if (found.isPresent()) {
            delete(plan, table, found.get());
        }
    }

    private void create(RosterPlan.Create plan, RosterTable table, Optional<Found> found) {
        long id = plan.claims().principalId();
        if (id <= 0) {
            throw new IllegalArgumentException(plan.key() + " has no claimed principalId.");
        }
        if (found.isPresent() && found.get().id() != id) {
            String reason = "exists already with the id " + found.get().id() + ", not with the claimed id " + id;
            refuse(plan, ErrorCode.GROUPWARE_EXISTS, reason, "Choose another name.");
        } else if (areKnown(plan, plan.spec().members())) {
            if (found.isEmpty()) {
                insert(plan.spec(), table, id);
            } else {
                complete(plan.spec(), table, found.get());
            }
        }
    }

    private void insert(RosterSpec spec, RosterTable table, long id) {
        objects.add(table.withColumns(), table.row(site.context(), id, now, spec));
        updates.add("DELETE FROM " + table.tombstones() + " WHERE cid = ? AND id = ?", site.context(), id);
        addMembers(id, spec.members());
    }

    private void complete(RosterSpec spec, RosterTable table, Found found) {
        List<FieldChange> missing = new ArrayList<>();
        spec.values().forEach((field, wanted) -> missing.add(new FieldChange(field, List.of(), wanted)));
        boolean changed = setFields(spec.key(), missing, table, found);
        Set<ObjectKey> coming = new HashSet<>(spec.members());
        coming.removeAll(found.state().members());
        addMembers(found.id(), coming);
        if (changed || !coming.isEmpty()) {
            stamp(table, found.id());
        }
    }

    private void change(RosterPlan.Change plan, RosterTable table, Optional<Found> found) {
        if (found.isEmpty()) {
            refuse(plan, ErrorCode.NOT_THERE, "is not there", "Create it first.");
        } else if (found.get().state().everybody() && !plan.going().isEmpty()) {
            protect(plan);
        } else if (areKnown(plan, plan.coming())) {
            change(plan, table, found.get());
        }
    }

    private void change(RosterPlan.Change plan, RosterTable table, Found found) {
        boolean changed = setFields(plan.key(), plan.changes(), table, found);
        if (!found.state().everybody()) {
            Set<ObjectKey> coming = new HashSet<>(plan.coming());
            coming.removeAll(found.state().members());
            addMembers(found.id(), coming);
            Set<ObjectKey> going = new HashSet<>(plan.going());
            going.retainAll(found.state().members());
            removeMembers(found.id(), going);
            changed |= !coming.isEmpty() || !going.isEmpty();
        }
        if (changed) {
            stamp(table, found.id());
        }
    }

    private void delete(RosterPlan plan, RosterTable table, Found found) throws SQLException {
        if (found.state().everybody()) {
            protect(plan);
            return;
        }
        if (plan.key().kind() == ObjectKey.Kind.GROUP) {
            stamps.addMembers(found.id());
            new GroupRights(session, site, updates, now).release(found.id());
            updates.add("DELETE FROM groups_member WHERE cid = ? AND id = ?", site.context(), found.id());
        } else if (site.schema().has("resource_permissions", "resource")) {
            updates.add("DELETE FROM resource_permissions WHERE cid = ? AND resource = ?", site.context(), found.id());
        }
        updates.add(table.bury(), now, site.context(), found.id());
        updates.add("DELETE FROM " + table.name() + " WHERE cid = ? AND id = ?", site.context(), found.id());
    }

    /** @return whether anything is to be written */
    private boolean setFields(ObjectKey key, List<FieldChange> changes, RosterTable table, Found found) {
        boolean changed = false;
        for (FieldChange change : changes) {
            Optional<FieldColumn> column = table.column(change.field());
            if (column.isPresent() && !change.to().equals(actual(found, change.field()))) {
                String sql = "UPDATE " + table.name() + " SET " + column.get().name() + " = ? WHERE cid = ? AND id = ?";
                String value = change.to().stream().findFirst().orElse("");
                updates.add(sql, RosterTable.written(column.get(), value, key.name()), site.context(), found.id());
                changed = true;
            }
        }
        return changed;
    }

    private static List<String> actual(Found found, Field field) {
        return found.state().values().getOrDefault(field, List.of());
    }

    private void addMembers(long group, Collection<ObjectKey> coming) {
        Set<Long> ids = ids(coming);
        ids.forEach(id -> members.add("groups_member (cid, id, member)", site.context(), group, id));
        stamps.add(group, ids);
    }

    private void removeMembers(long group, Collection<ObjectKey> going) {
        Set<Long> ids = ids(going);
        String sql = "DELETE FROM groups_member WHERE cid = ? AND id = ? AND member = ?";
        ids.forEach(id -> updates.add(sql, site.context(), group, id));
        stamps.add(group, ids);
    }

    private Set<Long> ids(Collection<ObjectKey> persons) {
        Set<Long> ids = new HashSet<>();
        for (ObjectKey person : persons) {
            Long id = people.get(PeopleReader.fold(person.name()));
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private void stamp(RosterTable table, long id) {
        updates.add(
                "UPDATE " + table.name() + " SET lastModified = ? WHERE cid = ? AND id = ?", now, site.context(), id);
    }

    private boolean areKnown(RosterPlan plan, Collection<ObjectKey> coming) {
        List<String> unknown = coming.stream()
                .map(ObjectKey::name)
                .filter(name -> !people.containsKey(PeopleReader.fold(name)))
                .toList();
        if (!unknown.isEmpty()) {
            String reason = "cannot have " + String.join(", ", unknown) + " as a member: no such user";
            refuse(plan, ErrorCode.MEMBER_UNKNOWN, reason, "Create the user first, or leave the name out.");
        }
        return unknown.isEmpty();
    }

    private void protect(RosterPlan plan) {
        refuse(plan, ErrorCode.PROTECTED, "is the default group, in which everybody is", "Leave it as it is.");
    }

    private void refuse(RosterPlan plan, ErrorCode code, String reason, String suggestion) {
        Problem problem =
                new Problem(plan.origin(), code, "", "The groupware's " + plan.key() + " " + reason + ".", suggestion);
        outcomes.put(plan.key(), new StepOutcome.Failed(problem));
    }
}
