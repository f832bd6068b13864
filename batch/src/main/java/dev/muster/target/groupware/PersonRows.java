package dev.muster.target.groupware;

import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.GroupwareModule;
import dev.muster.model.MailAddress;
import dev.muster.model.Password;
import dev.muster.model.SiteKey;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that make a person, as the reference's {@code createuser} writes them and in its order. Names no column that
 * only one layout has. Belongs to one transaction.
 */
final class PersonRows {
    private static final String USER = "`user` (cid, id, imapServer, imapLogin, mail, mailEnabled, preferredLanguage,"
            + " shadowLastChange, smtpServer, timeZone, userPassword, contactId, passwordMech, salt)";
    private static final Set<String> PASSWORD_COLUMNS = Set.of("userPassword", "passwordMech", "salt");
    private static final String ALIAS = "user_alias (cid, `user`, alias, uuid)";
    private static final String ATTRIBUTE = "user_attribute (cid, id, name, `value`, uuid)";
    private static final String LOGIN = "login2user (cid, id, uid)";
    private static final String MEMBER = "groups_member (cid, id, member)";
    private static final String CONFIGURATION = "user_configuration (cid, `user`, permissions)";

    /** Asks the middleware to look for folders with a special use at the first login. */
    private static final String SPECIAL_USE_CHECK = "config/com.openexchange.mail.specialuse.check";

    /** Followed by a module that a person is not to have, and that today's groupware has no bit for. */
    static final String DISABLED = "muster/disabled.";

    private final Site site;
    private final GroupwareSettings settings;
    private final SiteKey siteKey;
    private final FolderRows folders;
    private final MailRows mail;
    private final Map<Field, FieldColumn> contacts;
    private final long now;

    /** @param now the stamp of every row, in milliseconds */
    PersonRows(Site site, GroupwareSettings settings, SiteKey siteKey, long now) {
        this.site = site;
        this.settings = settings;
        this.siteKey = siteKey;
        this.now = now;
        folders = new FolderRows(site, now);
        mail = new MailRows(site, settings);
        contacts = site.tables().stream()
                .filter(FieldTable::isContacts)
                .flatMap(table -> table.columns().stream())
                .collect(Collectors.toMap(FieldColumn::field, Function.identity()));
    }

    static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /** Everything up to the folders, which may refer to the person. */
    void addPerson(Inserts rows, TargetPlan.Specified plan, Set<GroupwarePart> parts) {
        UserSpec spec = plan.spec();
        Claims claims = plan.claims();
        rows.add(USER, user(spec, claims));
        if (parts.contains(GroupwarePart.ACCOUNT)) {
            addContact(rows, spec, claims);
            for (MailAddress address : spec.addresses()) {
                addAlias(rows, claims, address);
            }
            addAttribute(rows, claims, SPECIAL_USE_CHECK, "true");
            spec.values()
                    .getOrDefault(Field.DISABLE, List.of())
                    .forEach(module -> addAttribute(rows, claims, DISABLED + module, "true"));
        }
        rows.add(LOGIN, site.context(), claims.userId(), spec.userName().value());
        if (parts.contains(GroupwarePart.ACCOUNT)) {
            rows.add(MEMBER, site.context(), site.defaultGroup(), claims.userId());
        }
    }

    /** What the person owns: permissions, settings, folders and the default mail account. */
    void addBelongings(Inserts rows, TargetPlan.Specified plan, String driveHome, Set<GroupwarePart> parts) {
        UserSpec spec = plan.spec();
        Claims claims = plan.claims();
        if (parts.contains(GroupwarePart.ACCOUNT)) {
            long modules = spec.first(Field.MODULES).map(Long::parseLong).orElse(GroupwareModule.ALL);
            rows.add(CONFIGURATION, site.context(), claims.userId(), modules);
            mail.addSettings(rows, spec, claims.userId());
        }
        if (parts.contains(GroupwarePart.FOLDERS)) {
            // The folders first: permissions refer to folders, and all of them go out in one batch.
            folders.addFolders(rows, spec, claims, driveHome);
            boolean edits = spec.first(Field.GLOBAL_ADDRESS_BOOK).orElse("no").equals("yes");
            folders.addAddressBook(rows, claims.userId(), edits);
        }
        if (parts.contains(GroupwarePart.ACCOUNT)) {
            mail.addAccounts(rows, spec, claims.userId());
        }
    }

    /** Brings the user's own row to what is wanted, whoever made it; a password only where there is one. */
    void renewUser(Updates updates, UserSpec spec, Claims claims) {
        String[] columns =
                USER.substring(USER.indexOf('(') + 1, USER.indexOf(')')).split(", ");
        Object[] row = user(spec, claims);
        List<String> assignments = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            if (!(spec.password() instanceof Password.Keep && PASSWORD_COLUMNS.contains(columns[i]))) {
                assignments.add(columns[i] + " = ?");
                values.add(row[i]);
            }
        }
        values.add(site.context());
        values.add(claims.userId());
        updates.add(
                "UPDATE `user` SET " + String.join(", ", assignments) + " WHERE cid = ? AND id = ?", values.toArray());
    }

    void addAlias(Inserts rows, Claims claims, MailAddress address) {
        UUID uuid = claims.uuid("alias:" + address.folded());
        rows.add(ALIAS, site.context(), claims.userId(), address.value(), bytes(uuid));
    }

    private void addAttribute(Inserts rows, Claims claims, String name, String value) {
        UUID uuid = claims.uuid("attribute:" + name);
        rows.add(ATTRIBUTE, site.context(), claims.userId(), name, value, bytes(uuid));
    }

    private Object[] user(UserSpec spec, Claims claims) {
        GroupwarePassword password = GroupwarePassword.of(spec.password(), siteKey, claims);
        return new Object[] {
            site.context(),
            claims.userId(),
            spec.first(MailFields.IMAP_SERVER).orElse(settings.imapServer()),
            spec.first(MailFields.IMAP_LOGIN).orElse(spec.userName().value()),
            spec.mail().value(),
            spec.first(Field.ACTIVATED).orElse("yes").equals("yes"),
            spec.first(Field.LANGUAGE).orElse("en_US"),
            spec.first(Field.CHANGE_PASSWORD).orElse("no").equals("yes") ? 1 : 0,
            spec.first(MailFields.SMTP_SERVER).orElse(settings.smtpServer()),
            spec.first(Field.TIMEZONE).orElse("Europe/Berlin"),
            password.hash(),
            claims.contactId(),
            GroupwarePassword.MECHANISM,
            password.salt()
        };
    }

    private void addContact(Inserts rows, UserSpec spec, Claims claims) {
        Map<String, @Nullable Object> row = contact(spec, claims);
        String columns = row.keySet().stream().collect(Collectors.joining(", ", "prg_contacts (", ")"));
        rows.add(columns, row.values().toArray());
    }

    private SortedMap<String, @Nullable Object> contact(UserSpec spec, Claims claims) {
        SortedMap<String, @Nullable Object> row = new TreeMap<>();
        row.put("cid", site.context());
        row.put("intfield01", claims.contactId());
        row.put("fid", FolderRows.ADDRESS_BOOK);
        row.put("userid", claims.userId());
        row.put("creating_date", now);
        row.put("created_from", claims.userId());
        row.put("changing_date", now);
        row.put("changed_from", claims.userId());
        row.put("intfield04", 0);
        row.put("uid", claims.uuid("contact").toString());
        row.put("field01", spec.displayName());
        row.put("field65", spec.mail().value());
        row.put("field90", spec.displayName());
        addGiven(row, spec);
        return row;
    }

    private void addGiven(Map<String, @Nullable Object> row, UserSpec spec) {
        spec.values().forEach((field, values) -> {
            FieldColumn column = contacts.get(field);
            if (column != null && !values.isEmpty()) {
                row.put(column.name(), column.write(values.get(0)));
            }
        });
    }
}
