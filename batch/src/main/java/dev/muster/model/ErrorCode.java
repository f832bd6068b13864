package dev.muster.model;

/** Stable names for what can go wrong. New ones are added, none is ever renamed: scripts and reject files carry them. */
public enum ErrorCode {
    FEED_UNREADABLE(ErrorClass.FEED),
    FEED_FORMAT_UNKNOWN(ErrorClass.FEED),
    HEADER_DOUBLED(ErrorClass.FEED),
    HEADER_UNKNOWN(ErrorClass.FEED),
    HEADER_MISSING(ErrorClass.FEED),
    QUOTE_BROKEN(ErrorClass.FEED),
    ROW_RAGGED(ErrorClass.FEED),
    CHARACTER_INVALID(ErrorClass.FEED),
    VALUE_MISSING(ErrorClass.FEED),
    VALUE_INVALID(ErrorClass.FEED),
    VALUE_TOO_LONG(ErrorClass.FEED),
    VALUE_CONTRADICTS(ErrorClass.FEED),
    USERNAME_INVALID(ErrorClass.FEED),
    MAIL_INVALID(ErrorClass.FEED),
    ALIAS_INVALID(ErrorClass.FEED),
    LANGUAGE_UNKNOWN(ErrorClass.FEED),
    STYLE_UNKNOWN(ErrorClass.FEED),
    TIMEZONE_UNKNOWN(ErrorClass.FEED),
    COUNTRY_UNKNOWN(ErrorClass.FEED),
    DATE_INVALID(ErrorClass.FEED),
    NUMBER_INVALID(ErrorClass.FEED),
    SWITCH_INVALID(ErrorClass.FEED),
    MODULE_UNKNOWN(ErrorClass.FEED),
    ROLE_UNKNOWN(ErrorClass.FEED),
    PASSWORD_EMPTY(ErrorClass.FEED),
    PASSWORD_REFERENCE_UNKNOWN(ErrorClass.FEED),
    DUPLICATE_USERNAME(ErrorClass.FEED),
    DUPLICATE_IDENTITY(ErrorClass.FEED),
    DUPLICATE_ADDRESS(ErrorClass.FEED),
    DUPLICATE_OBJECT(ErrorClass.FEED),
    LDIF_SYNTAX(ErrorClass.FEED),
    LDIF_URL_REFUSED(ErrorClass.FEED),
    LDIF_RDN_MISMATCH(ErrorClass.FEED),
    LDIF_UNSUPPORTED(ErrorClass.FEED),
    CALL_UNKNOWN(ErrorClass.FEED),
    CALL_INVALID(ErrorClass.FEED),
    TEMPLATE_INVALID(ErrorClass.CONFIGURATION),
    CONFIGURATION_INVALID(ErrorClass.CONFIGURATION),
    CREDENTIALS_REFUSED(ErrorClass.CONFIGURATION),
    NOT_OURS(ErrorClass.CONFLICT),
    ADDRESS_HELD(ErrorClass.CONFLICT),
    IDENTITY_HELD(ErrorClass.CONFLICT),
    PROTECTED(ErrorClass.CONFLICT),
    MAILBOX_KEPT(ErrorClass.CONFLICT),
    CONTENTS_UNKNOWN(ErrorClass.CONFLICT),
    NAMES_EXHAUSTED(ErrorClass.CONFLICT),
    RENAME_UNSUPPORTED(ErrorClass.CONFLICT),
    NOT_IN_DIRECTORY(ErrorClass.CONFLICT),
    MEMBER_UNKNOWN(ErrorClass.CONFLICT),
    NOT_THERE(ErrorClass.CONFLICT),
    CHANGED_SINCE_PLAN(ErrorClass.CONFLICT),
    CALL_CONFLICT(ErrorClass.CONFLICT),
    LDAP_ENTRY_EXISTS(ErrorClass.CONFLICT),
    LDAP_REFUSED(ErrorClass.REFUSED),
    LDAP_UNAVAILABLE(ErrorClass.UNAVAILABLE),
    GROUPWARE_EXISTS(ErrorClass.CONFLICT),
    GROUPWARE_REFUSED(ErrorClass.REFUSED),
    GROUPWARE_UNAVAILABLE(ErrorClass.UNAVAILABLE),
    IMAP_REFUSED(ErrorClass.REFUSED),
    IMAP_UNAVAILABLE(ErrorClass.UNAVAILABLE),
    DEADLINE_PASSED(ErrorClass.UNAVAILABLE),
    CALL_UNAVAILABLE(ErrorClass.UNAVAILABLE),
    FOLLOW_UP_FAILED(ErrorClass.CONFIGURATION),
    INTERNAL(ErrorClass.INTERNAL);

    private final ErrorClass errorClass;

    ErrorCode(ErrorClass errorClass) {
        this.errorClass = errorClass;
    }

    public ErrorClass errorClass() {
        return errorClass;
    }
}
