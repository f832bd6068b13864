package dev.muster.input;

import dev.muster.model.AccountField;
import dev.muster.model.Field;
import dev.muster.model.MailServer;
import dev.muster.model.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the columns of a feed of shared accounts mean, which are called as the options of {@code createsecondaryaccount},
 * and the attributes of an {@code oxFunctionalAccount} in LDIF. Lengths are those that either layout of the groupware
 * holds.
 */
final class AccountColumns {
    static final Field NAME = Field.of("accountname");
    static final Field PRIMARY = Field.of("primaryaddress");
    static final Field ADDRESSES = Field.of("addresses");
    static final Field USERS = Field.of("users");
    static final Field GROUPS = Field.of("groups");
    static final Field TAKE_OVER = Field.of("takeover");
    static final Field FOLLOW = Field.of("follow");
    /** The attribute with DNs of users and groups. */
    static final String MEMBER_ATTRIBUTE = "uniqueMember";

    private static final Map<Field, Column> BY_FIELD =
            all().collect(Collectors.toUnmodifiableMap(Column::field, Function.identity()));
    private static final Map<String, Column> BY_NAME = byName();
    private static final Map<String, Field> ATTRIBUTES = Map.of(
            "cn",
            NAME,
            "mailprimaryaddress",
            PRIMARY,
            "mailalternativeaddress",
            ADDRESSES,
            "alias",
            ADDRESSES,
            "displayname",
            field(AccountField.NAME),
            "oxpersonal",
            field(AccountField.PERSONAL),
            "oxquota",
            Field.QUOTA,
            "preferredlanguage",
            Field.LANGUAGE);

    private AccountColumns() {}

    /** By folded name. */
    static Map<String, Column> known() {
        return BY_NAME;
    }

    /** The column of a field under another name; empty for what no account has. */
    static Optional<Column> of(String name, Field field) {
        return Optional.ofNullable(BY_FIELD.get(field)).map(column -> column.called(name));
    }

    static Column column(Field field) {
        return of(field.name(), field).orElseThrow();
    }

    /** The meaning of an attribute of such an entry; empty when Muster does not carry it over. */
    static Optional<Column> ofAttribute(String attribute) {
        return Optional.ofNullable(ATTRIBUTES.get(attribute.toLowerCase(Locale.ROOT)))
                .flatMap(field -> of(attribute, field));
    }

    /** Under which field a row keeps what it says of such a thing. */
    static Field field(AccountField field) {
        return field == AccountField.NAME ? Field.DISPLAYNAME : Field.of(field.id());
    }

    /** Where the server of one side is taken from: {@code mail-endpoint-source}. */
    static Field source(MailServer.Side side) {
        return Field.of(side.name() + "-endpoint-source");
    }

    private static Map<String, Column> byName() {
        Map<String, Column> known =
                all().collect(Collectors.toMap(column -> ColumnNames.folded(column.name()), Function.identity()));
        known.put("name", column(Field.DISPLAYNAME));
        known.put("quotasize", column(Field.QUOTA));
        return Map.copyOf(known);
    }

    private static Stream<Column> all() {
        List<Column> columns = new ArrayList<>(List.of(
                essential(NAME, Kind.NAME, 255),
                essential(PRIMARY, Kind.ADDRESS, 255),
                column(ADDRESSES, Kind.TEXTS, 320),
                column(USERS, Kind.TEXTS, 255),
                column(GROUPS, Kind.TEXTS, 255),
                essential(Field.LANGUAGE, Kind.LANGUAGE, 64),
                column(Field.QUOTA, Kind.NUMBER, 12),
                essential(source(MailServer.Side.MAIL), Kind.NAME, 64),
                essential(source(MailServer.Side.TRANSPORT), Kind.NAME, 64),
                essential(TAKE_OVER, Kind.SWITCH, 64),
                essential(FOLLOW, Kind.SWITCH, 64)));
        Stream.of(AccountField.values()).map(AccountColumns::column).forEach(columns::add);
        return columns.stream();
    }

    private static Column column(AccountField field) {
        Field name = field(field);
        return switch (field) {
            case NAME -> essential(name, Kind.NAME, 255);
            case LOGIN -> essential(name, Kind.NAME, 128);
            case TRANSPORT_LOGIN -> column(name, Kind.NAME, 128);
            case PASSWORD, TRANSPORT_PASSWORD -> column(name, Kind.PASSWORD, 128);
            case PERSONAL -> column(name, Kind.NAME, 64);
            case REPLY_TO -> column(name, Kind.ADDRESS, 64);
            case MAIL_PORT, TRANSPORT_PORT -> essential(name, Kind.NUMBER, 5);
            case MAIL_PROTOCOL, TRANSPORT_PROTOCOL -> essential(name, Kind.NAME, 8);
            case MAIL_SECURE, MAIL_STARTTLS, TRANSPORT_SECURE, TRANSPORT_STARTTLS -> essential(name, Kind.SWITCH, 64);
            case MAIL_SERVER,
                    TRANSPORT_SERVER,
                    ARCHIVE_FULLNAME,
                    DRAFTS_FULLNAME,
                    SENT_FULLNAME,
                    SPAM_FULLNAME,
                    TRASH_FULLNAME,
                    CONFIRMED_SPAM_FULLNAME,
                    CONFIRMED_HAM_FULLNAME -> column(name, Kind.NAME, 255);
        };
    }

    private static Column column(Field field, Kind kind, int length) {
        return new Column(field.name(), field, kind, length, false);
    }

    private static Column essential(Field field, Kind kind, int length) {
        return new Column(field.name(), field, kind, length, true);
    }
}
