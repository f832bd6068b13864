package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.Vocabulary;
import java.util.List;
import java.util.Map;

/** What is wrong with a row although each of its values is fine. */
final class RowCheck {
    private static final Field DISABLE = Field.of("disable");
    private static final Field ADDRESS_BOOK_DISABLED = Field.of("access-global-address-book-disabled");

    private RowCheck() {}

    static void check(Row row, ColumnSettings settings) {
        settings.required().forEach(field -> required(row, field));
        named(row, settings);
        modules(row);
        addressBook(row);
    }

    private static void required(Row row, Field field) {
        if (row.blank(field)) {
            row.problem(
                    ErrorCode.VALUE_MISSING,
                    field.name(),
                    "The " + field + " is missing.",
                    "Fill in the " + field + ".");
        }
    }

    private static void named(Row row, ColumnSettings settings) {
        if (!row.blank(Field.USERNAME)) {
            return;
        }
        if (settings.namePattern().isEmpty()) {
            row.problem(
                    ErrorCode.VALUE_MISSING,
                    Field.USERNAME.name(),
                    "The user name is missing, and no pattern is set to make one.",
                    "Fill in the user name, or set a pattern for user names.");
        } else if (settings.namePattern().stream().allMatch(row::blank)) {
            row.problem(
                    ErrorCode.VALUE_MISSING,
                    Field.USERNAME.name(),
                    "The user name is missing, and so are all cells that its pattern reads.",
                    "Fill in the user name or one of " + settings.namePattern() + ".");
        }
    }

    /** {@code --disable=webmail} beside {@code --access-webmail=on}: one of them cannot be meant. */
    private static void modules(Row row) {
        for (String module : row.values().getOrDefault(DISABLE, List.of())) {
            Field access = Field.of("access-" + (module.equals("documents") ? "infostore" : module));
            if (Vocabulary.word(access).isPresent() && on(row.values(), access)) {
                row.problem(
                        ErrorCode.VALUE_CONTRADICTS,
                        DISABLE.name(),
                        "The module '" + module + "' is disabled here and switched on in '" + access + "'.",
                        "Decide for one of them.");
            }
        }
    }

    private static void addressBook(Row row) {
        if (on(row.values(), Field.GLOBAL_ADDRESS_BOOK) && on(row.values(), ADDRESS_BOOK_DISABLED)) {
            row.problem(
                    ErrorCode.VALUE_CONTRADICTS,
                    Field.GLOBAL_ADDRESS_BOOK.name(),
                    "Whoever has no global address book cannot write it.",
                    "Decide for one of '" + Field.GLOBAL_ADDRESS_BOOK + "' and '" + ADDRESS_BOOK_DISABLED + "'.");
        }
    }

    private static boolean on(Map<Field, List<String>> values, Field field) {
        return Identity.first(values, field).equals("yes");
    }
}
