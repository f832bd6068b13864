package dev.muster.target.groupware;

import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.SiteKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserName;
import dev.muster.model.UserSpec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the plans of one chunk inside one transaction: looks who is there, inserts who is not, completes who is there in
 * part, changes fields. Reads before it writes, so it may be run again after a lost commit. Belongs to one transaction.
 */
final class ChunkWriter {
    private final SqlSession session;
    private final Site site;
    private final SiteKey siteKey;
    private final PersonRows rows;
    private final FolderRows folders;
    private final DriveNames driveNames;
    private final long now = System.currentTimeMillis();
    private final Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
    private final List<TargetPlan.Specified> newcomers = new ArrayList<>();
    private final Map<TargetPlan.Specified, Set<GroupwarePart>> incomplete = new LinkedHashMap<>();
    private final Map<TargetPlan.Change, Long> changes = new LinkedHashMap<>();

    ChunkWriter(SqlSession session, Site site, GroupwareSettings settings, SiteKey siteKey, DriveNames driveNames) {
        this.session = session;
        this.driveNames = driveNames;
        this.site = site;
        this.siteKey = siteKey;
        rows = new PersonRows(site, settings, siteKey, now);
        folders = new FolderRows(site, now);
    }

    /** @throws SQLException if the database refuses any of it; nothing of the chunk may then be committed */
    Map<ObjectKey, StepOutcome> write(List<? extends TargetPlan.Specified> plans) throws SQLException {
        sort(plans);
        insert(newcomers, site.parts(), false);
        for (Set<GroupwarePart> missing : Set.copyOf(incomplete.values())) {
            List<TargetPlan.Specified> alike = incomplete.keySet().stream()
                    .filter(plan -> missing.equals(incomplete.get(plan)))
                    .toList();
            insert(alike, missing, true);
        }
        change();
        return outcomes;
    }

    private void sort(List<? extends TargetPlan.Specified> plans) throws SQLException {
        List<String> logins = plans.stream().map(plan -> plan.key().name()).toList();
        Map<String, Person> people = new PeopleReader(session, site).read(logins);
        Map<Long, MailAddress> idHolders = idHolders(plans);
        for (TargetPlan.Specified plan : plans) {
            Optional<Person> person =
                    Optional.ofNullable(people.get(PeopleReader.fold(plan.key().name())));
            Optional<Problem> conflict = person.isPresent()
                    ? conflict(plan, person.get())
                    : conflictOfAbsent(
                            plan,
                            Optional.ofNullable(idHolders.get(plan.claims().userId())));
            outcomes.put(
                    plan.key(),
                    conflict.<StepOutcome>map(StepOutcome.Failed::new).orElseGet(StepOutcome.Done::plainly));
            if (conflict.isEmpty()) {
                enlist(plan, person, idHolders.containsKey(plan.claims().userId()));
            }
        }
    }

    private void enlist(TargetPlan.Specified plan, Optional<Person> person, boolean partlyThere) {
        if (person.isEmpty() && partlyThere) {
            incomplete.put(plan, site.parts());
        } else if (person.isEmpty()) {
            newcomers.add(plan);
        } else if (!person.get().has(site.parts())
                && plan.claims().userId() == person.get().id()) {
            incomplete.put(plan, person.get().lacking(site.parts()));
        }
        if (plan instanceof TargetPlan.Change change) {
            person.ifPresent(present -> changes.put(change, present.id()));
        }
    }

    private Optional<Problem> conflict(TargetPlan.Specified plan, Person person) {
        UserSpec spec = plan.spec();
        if (person.guest() || site.administrators().contains(person.id())) {
            return problem(
                    spec, ErrorCode.PROTECTED, "is the context's administrator or a guest", "Leave the row out.");
        }
        if (plan instanceof TargetPlan.Create && plan.claims().userId() != person.id()) {
            String reason = "exists already with the id " + person.id() + ", not with the claimed id "
                    + plan.claims().userId();
            return problem(spec, ErrorCode.GROUPWARE_EXISTS, reason, "Choose another user name, or adopt the user.");
        }
        return Optional.empty();
    }

    /** The id alone may be there: then it has to be this person's, whose login somebody removed. */
    private Optional<Problem> conflictOfAbsent(TargetPlan.Specified plan, Optional<MailAddress> idHolder) {
        UserSpec spec = plan.spec();
        if (plan instanceof TargetPlan.Change) {
            return problem(spec, ErrorCode.GROUPWARE_REFUSED, "is no longer there", "Import the row again.");
        }
        if (idHolder.isPresent() && !idHolder.get().equals(spec.mail())) {
            String reason =
                    "cannot get the claimed id " + plan.claims().userId() + ", which belongs to " + idHolder.get();
            return problem(spec, ErrorCode.GROUPWARE_EXISTS, reason, "Compare sequence_principal with MAX(user.id).");
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(UserSpec spec, ErrorCode code, String reason, String suggestion) {
        return Optional.of(new Problem(
                spec.origin(), code, "username", "The groupware's " + spec.key() + " " + reason + ".", suggestion));
    }

    private Map<Long, MailAddress> idHolders(List<? extends TargetPlan.Specified> plans) throws SQLException {
        Map<Long, MailAddress> holders = new HashMap<>();
        List<Long> ids = plans.stream()
                .filter(TargetPlan.Create.class::isInstance)
                .map(plan -> plan.claims().userId())
                .toList();
        if (ids.isEmpty()) {
            return holders;
        }
        String sql = "SELECT id, mail FROM `user` WHERE cid = ? AND id IN " + Sql.parameters(ids.size());
        for (SqlRow row : session.query(sql, Sql.list(site.context(), ids))) {
            holders.put(row.number(0), MailAddress.of(row.text(1)));
        }
        return holders;
    }

    private void insert(List<TargetPlan.Specified> plans, Set<GroupwarePart> parts, boolean partlyThere)
            throws SQLException {
        if (plans.isEmpty()) {
            return;
        }
        Map<UserName, String> drives = parts.contains(GroupwarePart.FOLDERS)
                ? driveNames.choose(session, site.context(), plans, now)
                : Map.of();
        Inserts inserts = new Inserts();
        for (TargetPlan.Specified plan : plans) {
            rows.addPerson(inserts, plan, parts);
            String driveName =
                    drives.getOrDefault(plan.spec().userName(), plan.key().name());
            rows.addBelongings(inserts, plan, driveName, parts);
        }
        if (partlyThere) {
            inserts.runWhereMissing(session);
            renewUsers(plans);
        } else {
            inserts.run(session);
        }
        folders.touchParents(session);
        session.update(
                "UPDATE `groups` SET lastModified = ? WHERE cid = ? AND id = ?",
                List.of(now, site.context(), site.defaultGroup()));
    }

    /** The row that the folders refer to may have been made with them, before more was known of the person. */
    private void renewUsers(List<TargetPlan.Specified> plans) throws SQLException {
        if (site.parts().equals(Set.of(GroupwarePart.ACCOUNT))) {
            Updates updates = new Updates();
            plans.forEach(plan -> rows.renewUser(updates, plan.spec(), plan.claims()));
            updates.run(session);
        }
    }

    private void change() throws SQLException {
        Updates updates = new Updates();
        Changes translation = new Changes(site, siteKey, updates, now);
        changes.forEach(translation::add);
        updates.run(session);
    }
}
