package dev.muster.target.groupware;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.GroupwareFolder;
import dev.muster.model.MailAddress;
import dev.muster.model.Origin;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserName;
import dev.muster.model.UserSpec;
import dev.muster.target.TargetException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code muster groupware init}: makes the tables of a layout in an empty schema, and one context in them with its system
 * folders, standard group and administrator. For test systems and new sites; an existing installation is never
 * touched: a schema that has tables is refused.
 */
public final class GroupwareInit {
    static final long STANDARD_GROUP = 1;
    static final long ADMINISTRATOR = 2;
    private static final long FIRST_FOLDER = 21;
    private static final long LAST_FOLDER = 30;
    private static final String TABLE_OPTIONS = " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci";

    private static final List<String> SEQUENCES = List.of(
            "id",
            "resource",
            "resource_group",
            "calendar",
            "task",
            "project",
            "infostore",
            "forum",
            "pinboard",
            "attachment",
            "gui_setting",
            "reminder",
            "ical",
            "webdav",
            "mail_service",
            "genconf",
            "subscriptions",
            "uid_number",
            "gid_number");

    private GroupwareInit() {}

    /**
     * Makes tables, context and administrator. Not repeatable: the second time the schema is no longer empty.
     *
     * @param settings where; {@link GroupwareSettings#context()} is the context that is made
     * @param adminName the context administrator's login, such as {@code oxadmin}
     * @throws TargetException if the schema is not empty, or the database cannot be used
     */
    public static void run(GroupwareSettings settings, Layout layout, String adminName, Secret adminPassword) {
        UserSpec administrator = administrator(adminName, adminPassword);
        try (SqlLane lane = new PlainLane(settings)) {
            requireEmpty(settings, lane.inTransaction(Schema::read));
            lane.inTransaction(session -> makeTables(session, settings, layout));
            lane.inTransaction(session -> makeContext(session, settings, administrator));
        } catch (SQLException failure) {
            throw SqlErrors.exception(failure, "Initialising the groupware database", settings.place());
        }
    }

    private static void requireEmpty(GroupwareSettings settings, Schema schema) {
        if (!schema.isEmpty()) {
            throw new TargetException(
                    TargetName.GROUPWARE,
                    ErrorCode.CONFIGURATION_INVALID,
                    "The schema " + settings.place() + " has tables already. groupware init only fills an empty one:"
                            + " name another, or drop and create this one.");
        }
    }

    static int makeTables(SqlSession session, GroupwareSettings settings, Layout layout) throws SQLException {
        List<String> statements = Stream.of("groupware.sql", "groupware-" + layout.id() + ".sql")
                .flatMap(GroupwareInit::statements)
                .toList();
        for (String statement : statements) {
            session.update(settings.isH2() ? forH2(statement) : statement, List.of());
        }
        return statements.size();
    }

    /** H2 reads TINYINT UNSIGNED as a signed one, which ends before 128. */
    private static String forH2(String statement) {
        return statement.replace("TINYINT UNSIGNED", "SMALLINT");
    }

    private static Stream<String> statements(String resource) {
        try (InputStream script = GroupwareInit.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(script, resource).readAllBytes(), UTF_8);
            return Arrays.stream(text.replaceAll("(?m)^--.*", "").split(";\\s*\n"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .map(statement -> statement.startsWith("CREATE TABLE") ? statement + TABLE_OPTIONS : statement);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Site makeContext(SqlSession session, GroupwareSettings settings, UserSpec spec) throws SQLException {
        int context = settings.context();
        long now = System.currentTimeMillis();
        Inserts group = new Inserts();
        group.add(
                "`groups` (cid, id, identifier, displayName, lastModified)",
                context,
                1,
                "users",
                "Standard group",
                now);
        addSequences(group, context, Schema.read(session));
        group.run(session);
        Site site = Site.read(session, context, EnumSet.allOf(GroupwarePart.class));
        PersonRows person = new PersonRows(site, settings, throwAwayKey(), now);
        Inserts rows = new Inserts();
        Claims claims = claims(spec);
        TargetPlan.Specified administrator = new TargetPlan.Create(spec, claims);
        person.addPerson(rows, administrator, site.parts());
        new SystemFolders(context, now).addTo(rows);
        person.addBelongings(rows, administrator, spec.displayName(), site.parts());
        rows.add("user_setting_admin (cid, `user`)", context, ADMINISTRATOR);
        rows.run(session);
        session.update(
                "UPDATE oxfolder_permissions SET admin_flag = 1 WHERE cid = ? AND fuid = 6 AND permission_id = ?",
                List.of(context, ADMINISTRATOR));
        return site;
    }

    /** Each holds the last number handed out. */
    private static void addSequences(Inserts rows, int context, Schema schema) {
        Map<String, Long> started = Map.of("principal", ADMINISTRATOR, "contact", 1L, "folder", LAST_FOLDER);
        started.forEach((name, last) -> rows.add("sequence_" + name + " (cid, id)", context, last));
        SEQUENCES.stream()
                .filter(name -> schema.has("sequence_" + name, "id"))
                .forEach(name -> rows.add("sequence_" + name + " (cid, id)", context, 0));
    }

    static UserSpec administrator(String name, Secret password) {
        Map<Field, List<String>> values = Map.of(
                Field.MAIL, List.of(name + "@localhost"),
                Field.DISPLAYNAME, List.of("Administrator " + name),
                Field.SURNAME, List.of(name),
                Field.GIVENNAME, List.of("Administrator"));
        return new UserSpec(
                Origin.wholeFile("groupware init"),
                name,
                UserName.of(name),
                new TreeMap<>(values),
                new Password.Clear(password),
                List.of(),
                new EnumMap<>(GroupwareFolder.class));
    }

    private static Claims claims(UserSpec spec) {
        MailAddress mail = spec.mail();
        return new Claims(
                "groupware init",
                spec.identity(),
                spec.userName(),
                mail,
                0,
                ADMINISTRATOR,
                1,
                FIRST_FOLDER,
                DriveName.NONE,
                1);
    }

    /** The administrator is made once; nobody has to derive the same salt again. */
    private static SiteKey throwAwayKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SiteKey(key);
    }
}
