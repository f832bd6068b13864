package dev.muster.legacy;

import dev.muster.model.AccountField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The options of the commands for secondary accounts. */
final class AccountOptions {
    static final String CONTEXT = "contextid";
    static final String ADMIN_USER = "adminuser";
    static final String ADMIN_PASSWORD = "adminpass";
    static final String USERS = "users";
    static final String GROUPS = "groups";
    static final String ADDRESS = "primary-address";
    static final String MAIL_SOURCE = "mail-endpoint-source";
    static final String TRANSPORT_SOURCE = "transport-endpoint-source";
    static final String CSV = "csv";
    static final String SHOW_PASSWORDS = "show-passwords";
    static final String NO_NEWLINES = "nonl";

    private static final List<Option> FIRST = List.of(
            Option.mandatory(CONTEXT, "ID", "The number of the context").withLetter("c"),
            Option.mandatory(ADMIN_USER, "NAME", "The administrator who asks for it, by name or DN")
                    .withLetter("A"),
            Option.secret(ADMIN_PASSWORD, "The administrator's password; else $ADMIN_PASSWORD")
                    .withLetter("P"),
            Option.optional(USERS, "ID,...", "Numbers of users"),
            Option.optional(GROUPS, "ID,...", "Numbers of groups, whose present members are meant; 0 is everybody"));
    private static final List<Option> LAST = List.of(
            Option.flag(NO_NEWLINES, "Write errors on one line"),
            Option.flag("environment", "Understood for the reference's sake; does nothing"),
            Option.optional("responsetimeout", "SECONDS", "Understood for the reference's sake; does nothing"),
            Option.optional(CommandModel.CONFIG, "FILE", "The configuration, instead of $MUSTER_CONFIG"),
            Option.flag(CommandModel.HELP, "Show the options with examples").withLetter("h"));

    private static final Map<AccountField, String> LETTERS = Map.of(AccountField.NAME, "a", AccountField.PERSONAL, "r");
    private static final Set<String> NUMBERS = Set.of("mail-port", "transport-port");

    private AccountOptions() {}

    static CommandModel model(String name, String summary, Stream<Option> own, String... examples) {
        Stream<Option> options = Stream.of(FIRST.stream(), own, LAST.stream()).flatMap(each -> each);
        return new CommandModel(
                name, summary, CommandModel.withFiles(options), false, List.of(examples), AccountExit.STATUSES);
    }

    static Option address() {
        return Option.mandatory(ADDRESS, "ADDRESS", "The address by which the account is known")
                .withLetter("e");
    }

    static Stream<Option> sources() {
        return Stream.of(MAIL_SOURCE, TRANSPORT_SOURCE)
                .map(name -> Option.optional(
                        name, "SOURCE", "Where the server comes from: primary (each user's own), localhost, none"));
    }

    /** What can be said about an account. */
    static Stream<Option> fields() {
        return Stream.of(AccountField.values()).map(AccountOptions::option);
    }

    private static Option option(AccountField field) {
        String letter = LETTERS.getOrDefault(field, "");
        return field.isPassword()
                ? Option.secret(field.id(), description(field)).notNeeded()
                : Option.optional(field.id(), form(field), description(field)).withLetter(letter);
    }

    private static String form(AccountField field) {
        if (NUMBERS.contains(field.id())) {
            return "NUMBER";
        }
        return field.id().endsWith("secure") || field.id().endsWith("starttls") ? "true|false" : "TEXT";
    }

    private static String description(AccountField field) {
        return switch (field) {
            case NAME -> "How the account is called";
            case LOGIN -> "The login at the mail server; {{username}}, {{fa_email_address}} are filled in";
            case PASSWORD -> "The password there; none: each user's own is used";
            case PERSONAL -> "The sender's name";
            case REPLY_TO -> "The address for answers";
            case TRANSPORT_LOGIN, TRANSPORT_PASSWORD -> "For sending, where it differs from reading";
            case TRANSPORT_SERVER -> "The server for sending; without one nobody can send";
            default ->
                field.isFolder()
                        ? "The full name of a standard folder"
                        : "Of the server for " + (field.id().startsWith("mail") ? "reading" : "sending");
        };
    }
}
