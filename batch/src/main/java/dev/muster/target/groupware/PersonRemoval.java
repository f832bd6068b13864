package dev.muster.target.groupware;

import dev.muster.model.ErrorCode;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.target.groupware.LeaverSearch.Suspect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shuts somebody out, or takes all her rows away as the reference's {@code deleteuser} does; rows that are gone already
 * are passed over. Belongs to one transaction.
 */
final class PersonRemoval {
    /** Tables and the columns that mean her, in the order that foreign keys need; {@code user} itself comes after. */
    private static final List<List<String>> ROWS = List.of(
            List.of("oxfolder_userfolders_standardfolders", "owner"),
            List.of("oxfolder_user_property", "userid"),
            List.of("user_mail_account_properties", "`user`"),
            List.of("user_transport_account_properties", "`user`"),
            List.of("user_mail_account", "`user`"),
            List.of("user_transport_account", "`user`"),
            List.of("user_setting_mail_signature", "`user`"),
            List.of("user_setting_spellcheck", "`user`"),
            List.of("user_setting_server", "`user`"),
            List.of("user_setting_mail", "`user`"),
            List.of("user_setting", "user_id"),
            List.of("user_configuration", "`user`"),
            List.of("capability_user", "`user`"),
            List.of("filestore_usage", "`user`"),
            List.of("user_attribute", "id"),
            List.of("user_alias", "`user`"),
            List.of("groups_member", "member"),
            List.of("login2user", "id"));

    private final SqlSession session;
    private final Site site;
    private final boolean byCommand;
    private final Tombstones tombstones;

    /** @param byCommand whether a command deletes before this does */
    PersonRemoval(SqlSession session, Site site, boolean byCommand) {
        this.byCommand = byCommand;
        this.session = session;
        this.site = site;
        long administrator = site.administrators().stream().sorted().findFirst().orElse(0L);
        tombstones = new Tombstones(session, site, administrator, System.currentTimeMillis());
    }

    /** @throws SQLException if the database refuses any of it; nothing may then be committed */
    StepOutcome apply(TargetPlan.Leaving plan) throws SQLException {
        LeaverSearch search = new LeaverSearch(session, site);
        Optional<Suspect> found = search.find(plan);
        if (found.isEmpty()) {
            return StepOutcome.Done.plainly();
        }
        Optional<Problem> refusal = search.refusal(plan, found.get());
        if (refusal.isEmpty() && losesContents(plan)) {
            refusal = unable(plan, found.get().id());
        }
        return refusal.isPresent() ? new StepOutcome.Failed(refusal.get()) : act(plan, found.get());
    }

    /** A command that deletes in Muster's stead takes contents with it, before they are counted here. */
    private boolean losesContents(TargetPlan.Leaving plan) {
        return plan instanceof TargetPlan.Delete delete && !delete.undo()
                || plan instanceof TargetPlan.Examine look && !look.deletion().undo() && !byCommand;
    }

    private StepOutcome act(TargetPlan.Leaving plan, Suspect found) throws SQLException {
        if (plan instanceof TargetPlan.Delete delete) {
            return StepOutcome.Done.noting(delete(found.id(), delete.undo()));
        }
        if (plan instanceof TargetPlan.Disable) {
            session.update(
                    "UPDATE `user` SET mailEnabled = FALSE WHERE cid = ? AND id = ?",
                    List.of(site.context(), found.id()));
        }
        return StepOutcome.Done.plainly();
    }

    private Optional<Problem> unable(TargetPlan plan, long user) throws SQLException {
        if (site.administrators().isEmpty()) {
            return LeaverSearch.problem(
                    plan,
                    ErrorCode.GROUPWARE_REFUSED,
                    "cannot be deleted: the context has no administrator who could take over her folders",
                    "Enter him in user_setting_admin.");
        }
        Map<String, Long> contents = new OtherContents(session, site.context()).of(user);
        String counted = contents.entrySet().stream()
                .map(table -> table.getValue() + " in " + table.getKey())
                .collect(Collectors.joining(", "));
        return contents.isEmpty()
                ? Optional.empty()
                : LeaverSearch.problem(
                        plan,
                        ErrorCode.CONTENTS_UNKNOWN,
                        "has contents that Muster does not know: " + counted,
                        "Name the groupware's own deleteuser in groupware.deleteCommand, or delete them there first.");
    }

    /** @return what the administrator has to know */
    private List<String> delete(long user, boolean undo) throws SQLException {
        List<String> notes = new ArrayList<>(leaveGroups(user));
        int passed = new FolderRemoval(session, site, tombstones).remove(user, undo);
        if (passed > 0) {
            notes.add(passed + " drive and public folders in the groupware belong to the context's administrator now.");
        }
        new ContactRemoval(session, site, tombstones).removeOwn(user);
        if (site.schema().has("resource_permissions", "entity")) {
            remove(new Rows("resource_permissions", "entity = ? AND NOT `group`", List.of(user)));
        }
        for (List<String> rows : ROWS) {
            remove(new Rows(rows.get(0), rows.get(1) + " = ?", List.of(user)));
        }
        session.update(
                "UPDATE `user` SET guestCreatedBy = ? WHERE cid = ? AND guestCreatedBy = ?",
                List.of(tombstones.administrator(), site.context(), user));
        tombstones.ofUser(user);
        remove(new Rows("`user`", "id = ?", List.of(user)));
        return notes;
    }

    /** Touches her groups; the rows go with the others. */
    private List<String> leaveGroups(long user) throws SQLException {
        Rows hers = new Rows(
                "`groups`",
                "id IN (SELECT id FROM groups_member WHERE cid = ? AND member = ?)",
                List.of(site.context(), user));
        session.update(
                "UPDATE `groups` SET lastModified = ?" + hers.where(),
                hers.arguments(site.context(), tombstones.now()));
        String emptied = "SELECT identifier" + hers.text() + " AND NOT EXISTS (SELECT m.id FROM groups_member m"
                + " WHERE m.cid = `groups`.cid AND m.id = `groups`.id AND m.member <> " + user + ")";
        return session.query(emptied, hers.arguments(site.context())).stream()
                .map(row -> "The groupware's group " + row.text(0) + " has no member any more.")
                .toList();
    }

    private void remove(Rows rows) throws SQLException {
        session.update("DELETE" + rows.text(), rows.arguments(site.context()));
    }
}
