package dev.muster.template;

import static java.util.stream.Collectors.joining;

import dev.muster.model.ErrorCode;
import dev.muster.model.Problem;
import java.util.List;

/** The templates cannot be used: nothing may start with them. Names every fault with its file and line. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    TemplateException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public ErrorCode code() {
        return ErrorCode.TEMPLATE_INVALID;
    }

    /** Every fault found, in the order of the files and lines; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
