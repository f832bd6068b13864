package dev.muster.model;

import java.util.Locale;

/**
 * One property of a person, in the words of the feed: the long option names of {@code adduser} (whitepaper 3.1) and of
 * {@code createuser --csv-import}. Feeds, states and changes all speak this vocabulary; each target translates it into
 * its own attributes, columns or folders. A name that is no constant here is an LDAP attribute's name.
 *
 * @param name lower case, never blank
 */
public record Field(String name) implements Comparable<Field> {
    public static final Field USERNAME = new Field("username");
    public static final Field PASSWORD = new Field("password");
    /** The value of the key attribute ({@code employeeNumber} unless configured): tells ours from not ours. */
    public static final Field KEY = new Field("employeenumber");

    public static final Field SURNAME = new Field("surname");
    public static final Field GIVENNAME = new Field("givenname");
    public static final Field DISPLAYNAME = new Field("displayname");
    /** The primary address, exactly one. */
    public static final Field MAIL = new Field("mail");
    /** Further addresses, any number; the primary address may be among them. */
    public static final Field ALIAS = new Field("alias");

    public static final Field MAIL_ROUTE = new Field("colocrouteaddr");
    /** A locale such as {@code de_DE}. */
    public static final Field LANGUAGE = new Field("language");

    public static final Field TIMEZONE = new Field("timezone");
    public static final Field COUNTRY = new Field("country");
    public static final Field DEPARTMENT = new Field("department");
    public static final Field COMPANY = new Field("company");
    /** {@code yes} or {@code no}. */
    public static final Field ACTIVATED = new Field("activated");
    /** {@code yes}: the password must be changed at the first login. */
    public static final Field CHANGE_PASSWORD = new Field("changepasswd");
    /** {@code yes}: may write the global address book. */
    public static final Field GLOBAL_ADDRESS_BOOK = new Field("globaladdressbook");
    /** The mail quota in MB (1024 x 1024 bytes); 0 = none. */
    public static final Field QUOTA = new Field("quota");
    /** Groupware module permissions as a decimal number of the {@code user_configuration} bits. */
    public static final Field MODULES = new Field("modules");
    /** Modules that a person is not to have, in the words of {@code adduser --disable}. */
    public static final Field DISABLE = new Field("disable");
    /** A set of modules by name, see {@link ModuleCombination}. */
    public static final Field ACCESS_COMBINATION = new Field("access-combination-name");
    /** The folder style, such as {@code DE_Thunderbird}. */
    public static final Field FOLDER_STYLE = new Field("ox_user_create_imap_template");

    public static final Field DRAFTS_FOLDER = new Field("mail_folder_drafts_name");
    public static final Field SENT_FOLDER = new Field("mail_folder_sent_name");
    public static final Field TRASH_FOLDER = new Field("mail_folder_trash_name");
    public static final Field JUNK_FOLDER = new Field("mail_folder_spam_name");
    public static final Field ARCHIVE_FOLDER = new Field("mail_folder_archive_full_name");
    /** Folders without a role, such as templates: any number of names. */
    public static final Field OTHER_FOLDERS = new Field("mail_folders");

    public static final Field UID_NUMBER = new Field("uidnumber");
    public static final Field GID_NUMBER = new Field("gidnumber");
    /** The groupware's user id, {@code user.id}. */
    public static final Field USER_ID = new Field("userid");

    /** What a group or a resource is for. */
    public static final Field DESCRIPTION = new Field("description");
    /** {@code yes}: the resource can be booked. */
    public static final Field AVAILABLE = new Field("available");
    /** The groupware's id of a group or a resource, {@code groups.id} or {@code resource.id}. */
    public static final Field PRINCIPAL_ID = new Field("principalid");

    public Field {
        name = name.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A field needs a name.");
        }
    }

    public static Field of(String name) {
        return new Field(name);
    }

    /** Written out, because fields are the keys of nearly every map, and a record's own is made when first called. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Field that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(Field other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
