package dev.muster.model;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A right of a groupware user: one bit of {@code user_configuration.permissions}. The constant's position is the
 * bit's number.
 */
public enum GroupwareModule {
    WEBMAIL("access-webmail", "webmail"),
    CALENDAR("access-calendar", "calendar"),
    CONTACTS("access-contacts", "contacts"),
    TASKS("access-tasks", "tasks"),
    INFOSTORE("access-infostore", "documents"),
    PROJECTS("", "projects"),
    FORUM("", "forum"),
    PINBOARD("", "pinboard"),
    WEBDAV_XML("access-webdav-xml", ""),
    WEBDAV("access-webdav", ""),
    ICAL("access-ical", ""),
    VCARD("access-vcard", ""),
    BOOKMARKS("", "bookmarks"),
    PORTAL("", ""),
    SYNCML("access-syncml", ""),
    EDIT_PUBLIC_FOLDER("access-edit-public-folder", ""),
    READ_CREATE_SHARED_FOLDERS("access-read-create-shared-folders", ""),
    DELEGATE_TASKS("access-delegate-tasks", ""),
    EDIT_GROUP("access-edit-group", ""),
    EDIT_RESOURCE("access-edit-resource", ""),
    EDIT_PASSWORD("access-edit-password", ""),
    COLLECT_EMAIL_ADDRESSES("access-collect-email-addresses", ""),
    MULTIPLE_MAIL_ACCOUNTS("access-multiple-mail-accounts", ""),
    SUBSCRIPTION("access-subscription", ""),
    PUBLICATION("access-publication", ""),
    ACTIVE_SYNC("access-active-sync", ""),
    USM("access-usm", ""),
    OLOX20("access-olox20", ""),
    DENIED_PORTAL("access-denied-portal", "");

    /** What a user gets about whom nothing else is said: every module that today's groupware offers. */
    public static final long ALL = 268422943;

    /** Names that {@code adduser --disable} takes (whitepaper 3.1) although the groupware has no bit for them. */
    public static final Set<String> DISABLED_WITHOUT_BIT = Set.of("knowledge", "pinboard_public");

    private static final Map<String, GroupwareModule> BY_ACCESS_COLUMN = by(GroupwareModule::accessColumn);
    private static final Map<String, GroupwareModule> BY_DISABLE_NAME = by(GroupwareModule::disableName);

    private final String accessColumn;
    private final String disableName;

    GroupwareModule(String accessColumn, String disableName) {
        this.accessColumn = accessColumn;
        this.disableName = disableName;
    }

    /** The value of the bit. */
    public long mask() {
        return 1L << ordinal();
    }

    /** The column (long option) of {@code createuser}, lower case; empty where it has none. */
    public String accessColumn() {
        return accessColumn;
    }

    /** The word of {@code adduser --disable}; empty where it has none. */
    public String disableName() {
        return disableName;
    }

    /** The module of a column such as {@code access-calendar}, or empty if there is none. */
    public static Optional<GroupwareModule> ofAccessColumn(Field column) {
        return Optional.ofNullable(BY_ACCESS_COLUMN.get(column.name()));
    }

    /** The module of a word of {@code adduser --disable}, in any case, or empty if there is none. */
    public static Optional<GroupwareModule> ofDisableName(String name) {
        return Optional.ofNullable(BY_DISABLE_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, GroupwareModule> by(Function<GroupwareModule, String> name) {
        Stream<GroupwareModule> named =
                Arrays.stream(values()).filter(module -> !name.apply(module).isEmpty());
        return named.collect(toUnmodifiableMap(name, Function.identity()));
    }
}
