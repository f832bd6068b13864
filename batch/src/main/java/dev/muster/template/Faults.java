package dev.muster.template;

import dev.muster.model.ErrorCode;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the templates, so that an administrator sees all of it at once. Not thread-safe. */
final class Faults {
    private final List<Problem> problems = new ArrayList<>();

    void add(Origin origin, String reason, String suggestion) {
        problems.add(new Problem(origin, ErrorCode.TEMPLATE_INVALID, "", reason, suggestion));
    }

    /** Ends here if anything was wrong. */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new TemplateException(problems);
        }
    }
}
