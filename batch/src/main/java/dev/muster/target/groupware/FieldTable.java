package dev.muster.target.groupware;

import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.Vocabulary;
import dev.muster.target.groupware.FieldColumn.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table with one row per person that holds fields in columns.
 *
 * @param name the table, quoted where it has to be
 * @param key the column with the user's id
 * @param columns what it holds; {@link Field#MAIL} only in {@code user}, though other tables repeat it
 */
record FieldTable(String name, String key, List<FieldColumn> columns) {
    private static final FieldTable USER = new FieldTable(
            "`user`",
            "id",
            List.of(
                    new FieldColumn(Field.MAIL, "mail"),
                    new FieldColumn(Field.LANGUAGE, "preferredLanguage"),
                    new FieldColumn(Field.TIMEZONE, "timeZone"),
                    new FieldColumn(Field.ACTIVATED, "mailEnabled", Form.SWITCH),
                    new FieldColumn(Field.CHANGE_PASSWORD, "shadowLastChange", Form.EXPIRED),
                    new FieldColumn(MailFields.IMAP_SERVER, "imapServer"),
                    new FieldColumn(MailFields.IMAP_LOGIN, "imapLogin"),
                    new FieldColumn(MailFields.SMTP_SERVER, "smtpServer")));
    private static final FieldTable CONFIGURATION = new FieldTable(
            "user_configuration", "`user`", List.of(new FieldColumn(Field.MODULES, "permissions", Form.NUMBER)));
    private static final FieldTable SETTING_MAIL = new FieldTable(
            "user_setting_mail",
            "`user`",
            List.of(
                    new FieldColumn(FolderRole.DRAFTS.field(), "std_drafts"),
                    new FieldColumn(FolderRole.SENT.field(), "std_sent"),
                    new FieldColumn(FolderRole.TRASH.field(), "std_trash"),
                    new FieldColumn(FolderRole.JUNK.field(), "std_spam"),
                    new FieldColumn(MailFields.CONFIRMED_SPAM, "confirmed_spam"),
                    new FieldColumn(MailFields.CONFIRMED_HAM, "confirmed_ham"),
                    new FieldColumn(MailFields.DEFAULT_SENDER, "send_addr"),
                    new FieldColumn(MailFields.UPLOAD_LIMIT, "upload_quota", Form.NUMBER),
                    new FieldColumn(MailFields.UPLOAD_LIMIT_PER_FILE, "upload_quota_per_file", Form.NUMBER)));
    private static final String CONTACTS = "prg_contacts";
    private static final String MAIL_ACCOUNT = "user_mail_account";

    /** The tables, with the columns that this database has. */
    static List<FieldTable> of(Schema schema) {
        return Stream.of(USER, CONFIGURATION, SETTING_MAIL, mailAccount(schema), contacts(schema))
                .filter(table -> !table.columns.isEmpty())
                .toList();
    }

    Optional<FieldColumn> column(Field field) {
        return columns.stream().filter(column -> column.field().equals(field)).findFirst();
    }

    boolean isContacts() {
        return name.equals(CONTACTS);
    }

    /** The condition that leaves one row per person, up to the key; its parameter is the context. */
    String where() {
        String one = isContacts() ? "fid = 6 AND " : name.equals(MAIL_ACCOUNT) ? "id = 0 AND " : "";
        return " WHERE " + one + "cid = ? AND " + key;
    }

    /** The default account; what the settings hold as well is read there. */
    private static FieldTable mailAccount(Schema schema) {
        FieldColumn archive = new FieldColumn(FolderRole.ARCHIVE.field(), ArchiveFolder.PATH);
        boolean known = schema.has(MAIL_ACCOUNT, archive.name());
        return new FieldTable(MAIL_ACCOUNT, "`user`", known ? List.of(archive) : List.of());
    }

    private static FieldTable contacts(Schema schema) {
        List<FieldColumn> columns = new ArrayList<>();
        for (Vocabulary.Word word : Vocabulary.words()) {
            String column = word.contactColumn();
            if (!word.field().equals(Field.MAIL) && !column.isEmpty() && schema.has(CONTACTS, column)) {
                Form form = word.kind() == Vocabulary.Kind.DATE ? Form.DATE : Form.TEXT;
                columns.add(new FieldColumn(word.field(), column, form));
            }
        }
        return new FieldTable(CONTACTS, "userid", List.copyOf(columns));
    }
}
