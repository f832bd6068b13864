package dev.muster.target.groupware;

import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.UserSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mail settings and the default mail account (id 0) of a person. Belongs to one transaction. */
final class MailRows {
    private static final String SETTINGS = "user_setting_mail (cid, `user`, bits, send_addr, msg_format, std_trash,"
            + " std_sent, std_drafts, std_spam, confirmed_spam, confirmed_ham, upload_quota, upload_quota_per_file)";
    private static final String TRANSPORT =
            "user_transport_account" + " (cid, id, `user`, name, url, login, send_addr, default_flag)";
    private static final String TRANSPORT_PROPERTY =
            "user_transport_account_properties (cid, id, `user`, name, `value`)";

    /** Inline HTML, coloured quotes, emoticons, notifications about appointments and tasks: the reference's default. */
    private static final int BITS = 426759;

    private static final int TEXT_AND_HTML = 3;
    private static final int DEFAULT_ACCOUNT = 0;
    private static final String NO_LIMIT = "-1";

    /** Folder names of the default account, which the middleware finds by special use; NOT NULL in old layouts only. */
    private static final List<String> FOLDER_COLUMNS = Stream.of(
                    "trash", "sent", "drafts", "spam", "confirmed_spam", "confirmed_ham")
            .flatMap(name -> Stream.of(name, name + "_fullname"))
            .toList();

    private final Site site;
    private final GroupwareSettings settings;
    private final List<String> requiredFolders;
    private final List<String> archiveColumns;
    private final String account;

    MailRows(Site site, GroupwareSettings settings) {
        this.site = site;
        this.settings = settings;
        requiredFolders = FOLDER_COLUMNS.stream()
                .filter(column -> !site.schema().isNullable("user_mail_account", column))
                .toList();
        archiveColumns = Stream.of(ArchiveFolder.NAME, ArchiveFolder.PATH)
                .filter(column -> site.schema().has("user_mail_account", column))
                .toList();
        account = "user_mail_account (cid, id, `user`, name, url, login, primary_addr, default_flag, spam_handler"
                + named(requiredFolders) + named(archiveColumns) + ")";
    }

    private static String named(List<String> columns) {
        return columns.stream().map(column -> ", " + column).collect(Collectors.joining());
    }

    void addSettings(Inserts rows, UserSpec spec, long user) {
        ConfirmedFolders confirmed =
                ConfirmedFolders.of(spec.first(Field.LANGUAGE).orElse(""));
        rows.add(
                SETTINGS,
                site.context(),
                user,
                BITS,
                sender(spec),
                TEXT_AND_HTML,
                folder(spec, FolderRole.TRASH),
                folder(spec, FolderRole.SENT),
                folder(spec, FolderRole.DRAFTS),
                folder(spec, FolderRole.JUNK),
                spec.first(MailFields.CONFIRMED_SPAM).orElse(confirmed.spam()),
                spec.first(MailFields.CONFIRMED_HAM).orElse(confirmed.ham()),
                Long.valueOf(spec.first(MailFields.UPLOAD_LIMIT).orElse(NO_LIMIT)),
                Long.valueOf(spec.first(MailFields.UPLOAD_LIMIT_PER_FILE).orElse(NO_LIMIT)));
    }

    void addAccounts(Inserts rows, UserSpec spec, long user) {
        String name = spec.first(MailFields.ACCOUNT_NAME).orElse("E-Mail");
        String login = spec.first(MailFields.IMAP_LOGIN).orElse(spec.userName().value());
        String imap = spec.first(MailFields.IMAP_SERVER).orElse(settings.imapServer());
        String smtp = spec.first(MailFields.SMTP_SERVER).orElse(settings.smtpServer());
        List<@Nullable Object> row = new ArrayList<>(List.of(
                site.context(),
                DEFAULT_ACCOUNT,
                user,
                name,
                imap,
                login,
                spec.mail().value(),
                1,
                "NoSpamHandler"));
        row.addAll(Collections.nCopies(requiredFolders.size(), ""));
        String archive = spec.first(Field.ARCHIVE_FOLDER).orElse("");
        archiveColumns.forEach(
                column -> row.add(column.equals(ArchiveFolder.NAME) ? ArchiveFolder.name(archive) : archive));
        rows.add(account, row.toArray());
        rows.add(TRANSPORT, site.context(), DEFAULT_ACCOUNT, user, name, smtp, "", sender(spec), 1);
        rows.add(TRANSPORT_PROPERTY, site.context(), DEFAULT_ACCOUNT, user, "transport.auth", "mail");
    }

    private static String sender(UserSpec spec) {
        return spec.first(MailFields.DEFAULT_SENDER).orElse(spec.mail().value());
    }

    /** The name that the mailbox has; the templates give one to everybody. */
    private static String folder(UserSpec spec, FolderRole role) {
        String builtIn = role == FolderRole.JUNK ? "Spam" : role.specialUse().substring(1);
        return spec.first(role.field()).orElse(builtIn);
    }

    /** Where the middleware puts mail that the user called spam or not spam. */
    private record ConfirmedFolders(String spam, String ham) {
        static ConfirmedFolders of(String language) {
            return switch (language.toLowerCase(Locale.ROOT).split("_", 2)[0]) {
                case "fr" -> new ConfirmedFolders("pourriel-confirme", "non-pourriel-confirme");
                case "nl" -> new ConfirmedFolders("bevestigde spam", "bevestigde ham");
                case "es" -> new ConfirmedFolders("correo basura confirmado", "correo legítimo confirmado");
                case "it" -> new ConfirmedFolders("Posta indesiderata accertata", "Posta attendibile accertata");
                default -> new ConfirmedFolders("confirmed-spam", "confirmed-ham");
            };
        }
    }
}
