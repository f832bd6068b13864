package dev.muster.legacy;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPassword;
import dev.muster.model.AccountSettings;
import dev.muster.model.EndpointSource;
import dev.muster.model.MailAddress;
import dev.muster.model.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a call for secondary accounts says.
 *
 * @param call as it was typed
 * @param context the number of the context
 * @param users numbers of users, as given
 * @param groups numbers of groups, as given
 * @param settings what is said about the account
 */
record AccountCall(Call call, int context, List<Long> users, List<Long> groups, AccountSettings settings) {
    /** @throws AccountRefusal if a value is none */
    static AccountCall of(Call call) {
        return new AccountCall(
                call,
                Math.toIntExact(number(call.text(AccountOptions.CONTEXT))),
                identifiers(call, AccountOptions.USERS, 1, "user"),
                identifiers(call, AccountOptions.GROUPS, 0, "group"),
                settings(call));
    }

    Origin origin() {
        return Origin.wholeFile(call.model().name());
    }

    MailAddress address() {
        String text = call.value(AccountOptions.ADDRESS).orElse("");
        if (text.isBlank()) {
            throw new AccountRefusal(AccountExit.INVALID_DATA, "Primary address is empty.");
        }
        try {
            return MailAddress.of(text);
        } catch (IllegalArgumentException none) {
            throw new AccountRefusal(AccountExit.INVALID_DATA, String.valueOf(none.getMessage()));
        }
    }

    /** Empty where the call does not say it. */
    Optional<EndpointSource> source(String option) {
        return call.value(option)
                .map(word -> EndpointSource.of(word)
                        .orElseThrow(() -> new AccountRefusal(
                                AccountExit.ILLEGAL_VALUE,
                                "Illegal value '" + word + "' for option --" + option
                                        + "; one of primary, localhost, none is wanted")));
    }

    boolean has(String flag) {
        return call.has(flag);
    }

    private static AccountSettings settings(Call call) {
        Map<AccountField, String> texts = new EnumMap<>(AccountField.class);
        Map<AccountField, AccountPassword> passwords = new EnumMap<>(AccountField.class);
        for (AccountField field : AccountField.values()) {
            if (field.isPassword()) {
                call.secret(field.id()).ifPresent(secret -> passwords.put(field, new AccountPassword.Clear(secret)));
            } else {
                call.value(field.id()).ifPresent(value -> texts.put(field, plain(field, value)));
            }
        }
        return new AccountSettings(texts, passwords);
    }

    private static String plain(AccountField field, String value) {
        return switch (field) {
            case MAIL_SECURE, MAIL_STARTTLS, TRANSPORT_SECURE, TRANSPORT_STARTTLS ->
                Boolean.toString(Boolean.parseBoolean(value.strip()));
            case MAIL_PORT, TRANSPORT_PORT -> Long.toString(number(value));
            case MAIL_PROTOCOL, TRANSPORT_PROTOCOL, MAIL_SERVER, TRANSPORT_SERVER ->
                value.strip().toLowerCase(Locale.ROOT);
            default -> value;
        };
    }

    private static long number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            throw new AccountRefusal(AccountExit.GENERAL, "Ids must be numbers!");
        }
    }

    private static List<Long> identifiers(Call call, String option, int least, String kind) {
        List<Long> identifiers = new ArrayList<>();
        for (String text : call.list(option)) {
            if (!text.matches("\\d{1,9}") || Long.parseLong(text) < least) {
                throw new AccountRefusal(AccountExit.INVALID_DATA, "Invalid " + kind + " identifier: " + text);
            }
            identifiers.add(Long.parseLong(text));
        }
        return identifiers;
    }
}
