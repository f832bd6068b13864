package dev.muster.input;

import dev.muster.model.ErrorCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as feeds have to write them: {@code yyyy-MM-dd}, a day that there was. */
final class Dates {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Dates() {}

    static ValueCheck.Checked date(String value) {
        return ISO.matcher(value).matches() && exists(value)
                ? new ValueCheck.Valid(value)
                : new ValueCheck.Invalid(
                        ErrorCode.DATE_INVALID,
                        Text.quoted(value)
                                + (ISO.matcher(value).matches() ? " is a day that never was." : " is no date."),
                        hint(value));
    }

    private static boolean exists(String value) {
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static String hint(String value) {
        return dayFirst(value)
                .filter(Dates::exists)
                .map(date -> "Write it as " + date + ".")
                .orElse("Write the date as yyyy-MM-dd.");
    }

    private static Optional<String> dayFirst(String value) {
        Matcher matcher = DAY_FIRST.matcher(value);
        return matcher.matches()
                ? Optional.of("%s-%02d-%02d"
                        .formatted(
                                matcher.group(3),
                                Integer.parseInt(matcher.group(2)),
                                Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }
}
