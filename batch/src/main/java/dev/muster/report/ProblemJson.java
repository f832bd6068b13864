package dev.muster.report;

import dev.muster.model.Problem;
import java.util.Locale;

/** A problem as a JSON object on one line, for programs that read them as they are found. */
public final class ProblemJson {
    private ProblemJson() {}

    /** {@code {"file":"users.csv","line":4711,"code":"MAIL_INVALID",...}}, without a line break. */
    public static String of(Problem problem) {
        return String.format(
                Locale.ROOT,
                "{\"file\":%s,\"line\":%d,\"code\":%s,\"field\":%s,\"reason\":%s,\"suggestion\":%s}",
                Json.quoted(problem.origin().file()),
                problem.origin().line(),
                Json.quoted(problem.code().name()),
                Json.quoted(problem.field()),
                Json.quoted(problem.reason()),
                Json.quoted(problem.suggestion()));
    }
}
