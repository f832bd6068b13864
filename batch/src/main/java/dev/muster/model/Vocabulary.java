package dev.muster.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of the house in one table: what a field is called in a feed, in the directory and in the groupware's
 * address book ({@code prg_contacts}), how long it may be and what kind of value it holds. The feeds read it to map
 * columns and attributes, LDAP and groupware to write them. Sources: whitepaper 3.1, 5.1.1 and 5.1.2, the columns of
 * {@code createuser --csv-import}, the address book's columns. Immutable and thread-safe.
 */
public final class Vocabulary {
    /** What a value has to look like. */
    public enum Kind {
        USERNAME,
        /** Never part of a draft's values. */
        PASSWORD,
        /** One line of text, compared and shown as a name. */
        NAME,
        TEXT,
        /** Any number of texts. */
        TEXTS,
        ADDRESS,
        /** Any number of addresses. */
        ADDRESSES,
        LANGUAGE,
        TIMEZONE,
        COUNTRY,
        /** {@code yyyy-MM-dd}. */
        DATE,
        /** A whole number, 0 or more. */
        NUMBER,
        /** {@code yes} or {@code no}. */
        SWITCH,
        STYLE,
        /** Any number of module names of {@code adduser --disable}. */
        MODULES,
        /** Known from the reference's commands, but of no use in a feed: read over. */
        IGNORED;

        public boolean multiple() {
            return this == TEXTS || this == ADDRESSES || this == MODULES;
        }
    }

    /**
     * One row of the table.
     *
     * @param attribute the LDAP attribute as the schema writes it; empty when the directory has none
     * @param contactColumn the column of {@code prg_contacts}; empty when the address book has none
     * @param length the most characters that every target holds
     * @param names further names in feeds, lower case
     */
    public record Word(
            Field field, String attribute, String contactColumn, int length, Kind kind, List<String> names) {}

    private static final String TABLE = """
            # field                  attribute                   contact           length kind      further names
            username                 uid                         -                 128    USERNAME  -
            password                 userPassword                -                 512    PASSWORD  -
            employeenumber           employeeNumber              -                 255    NAME      -
            surname                  sn                          field02           128    NAME      sname
            givenname                givenName                   field03           128    NAME      -
            displayname              displayName                 field01           320    NAME      -
            mail                     mail                        field65           255    ADDRESS   email,email1
            alias                    alias                       -                 255    ADDRESSES aliases
            colocrouteaddr           colocRouteAddr              -                 255    ADDRESS   -
            language                 preferredLanguage           -                 64     LANGUAGE  lang
            timezone                 OXTimeZone                  -                 128    TIMEZONE  -
            country                  userCountry                 -                 64     COUNTRY   -
            department               ou                          field19           128    TEXT      -
            company                  o                           field18           512    TEXT      -
            activated                mailEnabled                 -                 64     SWITCH    -
            changepasswd             -                           -                 64     SWITCH    password_expired
            globaladdressbook        -                           -                 64     SWITCH    -
            quota                    -                           -                 18     NUMBER    quotasize
            modules                  -                           -                 18     NUMBER    -
            disable                  -                           -                 255    MODULES   -
            uidnumber                uidNumber                   -                 18     NUMBER    -
            gidnumber                gidNumber                   -                 18     NUMBER    -
            userid                   -                           -                 18     NUMBER    -
            ox_user_create_imap_template -                       -                 64     STYLE     -
            mail_folder_drafts_name  -                           -                 128    TEXT      -
            mail_folder_sent_name    -                           -                 128    TEXT      -
            mail_folder_trash_name   -                           -                 128    TEXT      -
            mail_folder_spam_name    -                           -                 128    TEXT      -
            mail_folder_archive_full_name -                      -                 128    TEXT      -
            mail_folder_confirmed_ham_name -                     -                 128    TEXT      -
            mail_folder_confirmed_spam_name -                    -                 128    TEXT      -
            mail_folders             -                           -                 128    TEXTS     -
            imapserver               imapServer                  -                 128    TEXT      -
            imaplogin                -                           -                 128    TEXT      -
            smtpserver               smtpServer                  -                 128    TEXT      -
            maildomain               mailDomain                  -                 128    TEXT      -
            defaultsenderaddress     -                           -                 255    ADDRESS   -
            primary-account-name     -                           -                 64     TEXT      -
            homedirectory            homeDirectory               -                 128    TEXT      -
            loginshell               loginShell                  -                 128    TEXT      -
            oxappointmentdays        OXAppointmentDays           -                 9      NUMBER    -
            oxtaskdays               OXTaskDays                  -                 9      NUMBER    -
            description              description                 -                 1024   TEXT      -
            initials                 initials                    -                 64     TEXT      -
            labeleduri               labeledURI                  -                 1024   TEXT      -
            middle_name              middleName                  field04           128    TEXT      -
            suffix                   OXUserSuffix                field05           64     TEXT      -
            title                    title                       field06           64     TEXT      -
            street_home              homePostalAddress           field07           256    TEXT      -
            postal_code_home         OXUserPostalCode            field08           64     TEXT      -
            city_home                OXUserCity                  field09           64     TEXT      -
            state_home               OXUserState                 field10           64     TEXT      -
            country_home             -                           field11           64     TEXT      -
            marital_status           OXUserMaritalStatus         field12           64     TEXT      -
            number_of_children       OXUserChildren              field13           64     TEXT      -
            profession               OXUserProfession            field14           64     TEXT      -
            nickname                 OXUserNickName              field15           64     TEXT      -
            spouse_name              OXUserSpouseName            field16           64     TEXT      -
            note                     OXUserComment               field17           16000  TEXT      -
            position                 OXUserPosition              field20           128    TEXT      -
            employeetype             employeeType                field21           64     TEXT      -
            room_number              roomNumber                  field22           64     TEXT      -
            street_business          street                      field23           256    TEXT      -
            postal_code_business     postalCode                  field24           64     TEXT      -
            city_business            l                           field25           128    TEXT      -
            state_business           st                          field26           64     TEXT      -
            country_business         -                           field27           64     TEXT      -
            number_of_employee       -                           field28           64     TEXT      -
            sales_volume             OXUserSalesVolume           field29           64     TEXT      -
            tax_id                   OXUserTaxID                 field30           128    TEXT      -
            commercial_register      OXUserComReg                field31           64     TEXT      -
            branches                 OXUserBranches              field32           64     TEXT      -
            business_category        businessCategory            field33           64     TEXT      -
            info                     info                        field34           16000  TEXT      -
            manager_name             -                           field35           64     TEXT      -
            assistant_name           OXUserAssistant             field36           64     TEXT      -
            street_other             OXUserOtherStreet           field37           256    TEXT      -
            postal_code_other        OXUserOtherPostalCode       field38           64     TEXT      -
            city_other               OXUserOtherCity             field39           64     TEXT      -
            state_other              OXUserOtherState            field40           64     TEXT      -
            country_other            OXUserOtherCountry          field41           64     TEXT      -
            telephone_assistant      OXUserTeleAssistant         field42           64     TEXT      -
            telephone_business1      telephoneNumber             field43           64     TEXT      -
            telephone_business2      OXUserTeleBusiness2         field44           128    TEXT      -
            fax_business             facsimileTelephoneNumber    field45           64     TEXT      -
            telephone_callback       OXUserTeleCallback          field46           64     TEXT      -
            telephone_car            OXUserTeleCar               field47           64     TEXT      -
            telephone_company        OXUserTeleCompany           field48           64     TEXT      -
            telephone_home1          homePhone                   field49           64     TEXT      -
            telephone_home2          OXUserTeleHome2             field50           64     TEXT      -
            fax_home                 OXUserTeleFax2              field51           64     TEXT      -
            telephone_isdn           internationaliSDNNumber     field52           64     TEXT      -
            cellular_telephone1      mobile                      field53           64     TEXT      -
            cellular_telephone2      OXUserTeleMobile2           field54           64     TEXT      -
            telephone_other          OXUserTeleOther             field55           64     TEXT      -
            fax_other                otherFacsimileTelephoneNumber field56         64     TEXT      -
            telephone_pager          pager                       field57           64     TEXT      -
            telephone_primary        OXUserTelePrimary           field58           64     TEXT      -
            telephone_radio          OXUserTeleRadio             field59           64     TEXT      -
            telephone_telex          telexNumber                 field60           64     TEXT      -
            telephone_ttytdd         OXUserTeleTTY               field61           64     TEXT      oxuserteletty
            instant_messenger1       OXUserInstantMessenger      field62           64     TEXT      -
            instant_messenger2       OXUserInstantMessenger2     field63           64     TEXT      -
            telephone_ip             IPPhone                     field64           64     TEXT      -
            email2                   OXUserEmail2                field66           255    ADDRESS   -
            email3                   OXUserEmail3                field67           255    ADDRESS   -
            url                      url                         field68           128    TEXT      -
            categories               OXUserCategories            field69           1024   TEXT      -
            birthday                 birthDay                    timestampfield01  64     DATE      -
            anniversary              OXUserAnniversary           timestampfield02  64     DATE      -
            access-combination-name  -                           -                 64     TEXT      -
            uploadfilesizelimit      -                           -                 18     NUMBER    -
            uploadfilesizelimitperfile -                         -                 18     NUMBER    -
            contextid                -                           -                 18     IGNORED   -
            adminuser                -                           -                 128    IGNORED   -
            adminpass                -                           -                 128    IGNORED   adminpasswd
            passwordmech             -                           -                 32     IGNORED   -
            addguipreferences        -                           -                 1024   IGNORED   -
            config                   -                           -                 1024   IGNORED   -
            remove-config            -                           -                 1024   IGNORED   -
            image1                   -                           -                 1024   IGNORED   -
            image1_content_type      -                           -                 32     IGNORED   -
            gui_spam_filter_capabilities_enabled -               -                 10     IGNORED   -
            load-remote-mail-content-by-default -                -                 10     IGNORED   -
            """;

    /** The single {@code --access-*} switches of {@code createuser}. */
    private static final String ACCESS =
            "calendar contacts delegate-tasks edit-public-folder ical infostore read-create-shared-folders syncml tasks"
                    + " vcard webdav webdav-xml webmail edit-group edit-resource edit-password collect-email-addresses"
                    + " multiple-mail-accounts subscription publication active-sync usm olox20 denied-portal"
                    + " global-address-book-disabled public-folder-editable";

    private static final List<Word> WORDS = read();
    private static final Map<Field, Word> BY_FIELD = index(Word::field);
    private static final Map<String, Word> BY_ATTRIBUTE =
            index(word -> word.attribute().toLowerCase(Locale.ROOT));

    private Vocabulary() {}

    /** Every word, in the order of the table. */
    public static List<Word> words() {
        return WORDS;
    }

    /** The word of a field; empty where the field is no word of this table but an LDAP attribute's name. */
    public static Optional<Word> word(Field field) {
        return Optional.ofNullable(BY_FIELD.get(field));
    }

    /** The word of an LDAP attribute, found without regard to case. */
    public static Optional<Word> wordOfAttribute(String attribute) {
        return present(attribute).map(name -> BY_ATTRIBUTE.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The LDAP attribute of a field; a field that is no word here is its own attribute. Empty when there is none. */
    public static Optional<String> attribute(Field field) {
        Word word = BY_FIELD.get(field);
        return word == null ? Optional.of(field.name()) : present(word.attribute());
    }

    /** The column of {@code prg_contacts} that holds a field; empty when there is none. */
    public static Optional<String> contactColumn(Field field) {
        return word(field).flatMap(word -> present(word.contactColumn()));
    }

    private static Optional<String> present(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static List<Word> read() {
        Stream<Word> table = TABLE.lines().filter(line -> !line.startsWith("#")).map(Vocabulary::parse);
        Stream<Word> userFields =
                Stream.iterate(1, number -> number + 1).limit(20).map(Vocabulary::userField);
        Stream<Word> switches = Arrays.stream(ACCESS.split(" ")).map(Vocabulary::accessSwitch);
        return Stream.of(table, userFields, switches).flatMap(words -> words).toList();
    }

    private static Word parse(String line) {
        String[] cells = line.split("\\s+");
        List<String> names = cells[5].equals("-") ? List.of() : List.of(cells[5].split(","));
        int length = Integer.parseInt(cells[3]);
        return new Word(Field.of(cells[0]), blank(cells[1]), blank(cells[2]), length, Kind.valueOf(cells[4]), names);
    }

    private static String blank(String cell) {
        return cell.equals("-") ? "" : cell;
    }

    private static Word userField(int number) {
        Field field = Field.of(String.format(Locale.ROOT, "userfield%02d", number));
        return new Word(field, "", "field" + (69 + number), 64, Kind.TEXT, List.of());
    }

    private static Word accessSwitch(String module) {
        return new Word(Field.of("access-" + module), "", "", 64, Kind.SWITCH, List.of());
    }

    private static <K> Map<K, Word> index(Function<Word, K> key) {
        return WORDS.stream().collect(Collectors.toUnmodifiableMap(key, word -> word, (first, second) -> first));
    }
}
