package dev.muster.target.groupware;

import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.MailAddress;
import dev.muster.model.Password;
import dev.muster.model.SiteKey;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes of fields mean in columns and rows. Belongs to one transaction. */
final class Changes {
    private static final String ADD_ALIAS = "INSERT INTO user_alias (cid, `user`, alias, uuid) VALUES (?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE cid = VALUES(cid)";
    private static final String REMOVE_ALIAS = "DELETE FROM user_alias WHERE cid = ? AND `user` = ? AND alias = ?";
    private static final String REMOVE_ATTRIBUTE = "DELETE FROM user_attribute WHERE cid = ? AND id = ? AND name = ?";
    private static final String ADD_ATTRIBUTE =
            "INSERT INTO user_attribute (cid, id, name, `value`, uuid) VALUES (?, ?, ?, 'true', ?)";
    private static final String ADDRESS_BOOK =
            "INSERT INTO oxfolder_permissions (cid, fuid, permission_id, fp, orp, owp,"
                    + " odp, admin_flag, group_flag, `system`) VALUES (?, 6, ?, 2, 4, ?, 0, 0, 0, 0)"
                    + " ON DUPLICATE KEY UPDATE owp = VALUES(owp)";
    private static final String SET_PASSWORD =
            "UPDATE `user` SET userPassword = ?, passwordMech = ?, salt = ? WHERE cid = ? AND id = ?";
    private static final String STAMP =
            "UPDATE prg_contacts SET changing_date = ?, changed_from = ?" + " WHERE fid = 6 AND cid = ? AND userid = ?";

    private static final String SET_ARCHIVE =
            "UPDATE user_mail_account SET archive = ? WHERE id = 0 AND cid = ? AND `user` = ?";

    /** Where the primary address is repeated; the default sender follows it. */
    private static final List<String> ADDRESS_COPIES = List.of(
            "UPDATE prg_contacts SET field65 = ? WHERE fid = 6 AND cid = ? AND userid = ?",
            "UPDATE user_setting_mail SET send_addr = ? WHERE cid = ? AND `user` = ?",
            "UPDATE user_mail_account SET primary_addr = ? WHERE id = 0 AND cid = ? AND `user` = ?",
            "UPDATE user_transport_account SET send_addr = ? WHERE id = 0 AND cid = ? AND `user` = ?");

    private final Site site;
    private final SiteKey siteKey;
    private final List<FieldTable> tables;
    private final Updates updates;
    private final long now;

    Changes(Site site, SiteKey siteKey, Updates updates, long now) {
        this.site = site;
        this.siteKey = siteKey;
        this.updates = updates;
        this.now = now;
        tables = site.tables();
    }

    /** @param id the person's id, as found in the database */
    void add(TargetPlan.Change plan, long id) {
        for (FieldChange change : plan.changes()) {
            addColumn(change, id);
            addRest(plan, change, id);
        }
        if (!plan.changes().isEmpty()) {
            updates.add(STAMP, now, id, site.context(), id);
        }
    }

    private void addColumn(FieldChange change, long id) {
        for (FieldTable table : tables) {
            table.column(change.field()).ifPresent(column -> {
                String sql = "UPDATE " + table.name() + " SET " + column.name() + " = ?" + table.where() + " = ?";
                updates.add(sql, value(table, column, change.to()), site.context(), id);
            });
        }
    }

    private @Nullable Object value(FieldTable table, FieldColumn column, List<String> to) {
        if (to.isEmpty() && site.schema().isNullable(table.name().replace("`", ""), column.name())) {
            return null;
        }
        return column.write(to.isEmpty() ? "" : to.get(0));
    }

    /** What a field means beyond its own column. */
    private void addRest(TargetPlan.Change plan, FieldChange change, long id) {
        Field field = change.field();
        if (field.equals(Field.DISPLAYNAME)) {
            addFileAs(plan.spec().displayName(), id);
        } else if (field.equals(Field.MAIL)) {
            addMail(plan.spec().mail(), plan.claims(), id);
        } else if (field.equals(Field.ALIAS)) {
            addAliases(plan.spec(), plan.claims(), change, id);
        } else if (field.equals(Field.PASSWORD)) {
            addPassword(plan.spec(), plan.claims(), id);
        } else if (field.equals(Field.DISABLE)) {
            addDisabled(plan.claims(), change, id);
        } else if (field.equals(Field.GLOBAL_ADDRESS_BOOK)) {
            updates.add(ADDRESS_BOOK, site.context(), id, change.to().contains("yes") ? FolderRows.WRITE_ALL : 0);
        }
        if (field.equals(Field.ARCHIVE_FOLDER) && site.schema().has("user_mail_account", ArchiveFolder.NAME)) {
            String archive = ArchiveFolder.name(String.join("", change.to()));
            updates.add(SET_ARCHIVE, archive, site.context(), id);
        }
        String account = MailFields.ACCOUNT_FIELDS.get(field);
        if (account != null) {
            updates.add(
                    "UPDATE " + account + " = ? WHERE id = 0 AND cid = ? AND `user` = ?",
                    String.join("", change.to()),
                    site.context(),
                    id);
        }
    }

    private void addDisabled(Claims claims, FieldChange change, long id) {
        for (String module : change.from()) {
            updates.add(REMOVE_ATTRIBUTE, site.context(), id, PersonRows.DISABLED + module);
        }
        for (String module : change.to()) {
            String name = PersonRows.DISABLED + module;
            updates.add(REMOVE_ATTRIBUTE, site.context(), id, name);
            updates.add(ADD_ATTRIBUTE, site.context(), id, name, PersonRows.bytes(claims.uuid("attribute:" + name)));
        }
    }

    private void addFileAs(String name, long id) {
        updates.add(
                "UPDATE prg_contacts SET field90 = ? WHERE fid = 6 AND cid = ? AND userid = ?",
                name,
                site.context(),
                id);
    }

    private void addMail(MailAddress mail, Claims claims, long id) {
        ADDRESS_COPIES.forEach(copy -> updates.add(copy, mail.value(), site.context(), id));
        addAlias(mail, claims, id);
    }

    /** Only over values that the plan names: an alias that somebody else gave her stays. */
    private void addAliases(UserSpec spec, Claims claims, FieldChange change, long id) {
        List<MailAddress> wanted = new ArrayList<>(List.of(spec.mail()));
        change.to().forEach(alias -> wanted.add(MailAddress.of(alias)));
        for (String alias : change.from()) {
            if (!wanted.contains(MailAddress.of(alias))) {
                updates.add(REMOVE_ALIAS, site.context(), id, alias);
            }
        }
        wanted.forEach(alias -> addAlias(alias, claims, id));
    }

    private void addAlias(MailAddress alias, Claims claims, long id) {
        byte[] uuid = PersonRows.bytes(claims.uuid("alias:" + alias.folded()));
        updates.add(ADD_ALIAS, site.context(), id, alias.value(), uuid);
    }

    /** A hash that only the directory understands leaves the groupware's password as it is. */
    private void addPassword(UserSpec spec, Claims claims, long id) {
        if (spec.password() instanceof Password.Clear clear) {
            GroupwarePassword password = GroupwarePassword.of(clear, siteKey, claims);
            updates.add(
                    SET_PASSWORD, password.hash(), GroupwarePassword.MECHANISM, password.salt(), site.context(), id);
        }
    }
}
