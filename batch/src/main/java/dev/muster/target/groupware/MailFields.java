package dev.muster.target.groupware;

import dev.muster.model.Field;
import java.util.Map;

/** Fields of {@code createuser} that only the groupware keeps. */
final class MailFields {
    static final Field IMAP_SERVER = Field.of("imapserver");
    static final Field IMAP_LOGIN = Field.of("imaplogin");
    static final Field SMTP_SERVER = Field.of("smtpserver");
    static final Field CONFIRMED_HAM = Field.of("mail_folder_confirmed_ham_name");
    static final Field CONFIRMED_SPAM = Field.of("mail_folder_confirmed_spam_name");
    static final Field DEFAULT_SENDER = Field.of("defaultsenderaddress");
    static final Field ACCOUNT_NAME = Field.of("primary-account-name");
    static final Field UPLOAD_LIMIT = Field.of("uploadfilesizelimit");
    static final Field UPLOAD_LIMIT_PER_FILE = Field.of("uploadfilesizelimitperfile");

    /** Fields that the default account repeats, as the beginning of an UPDATE. */
    static final Map<Field, String> ACCOUNT_FIELDS = Map.of(
            IMAP_SERVER, "user_mail_account SET url",
            IMAP_LOGIN, "user_mail_account SET login",
            SMTP_SERVER, "user_transport_account SET url",
            DEFAULT_SENDER, "user_transport_account SET send_addr");

    private MailFields() {}
}
