package dev.muster.report;

import dev.muster.model.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deals out problems, sorted by row, row by row. For one thread. */
final class ProblemsByRow {
    private final Iterator<Problem> problems;
    private @Nullable Problem ahead;

    ProblemsByRow(Iterator<Problem> problems) {
        this.problems = problems;
        advance();
    }

    /** The problems of one row; asked with rising ordinals. */
    List<Problem> of(long ordinal) {
        while (nextRow() < ordinal) {
            advance();
        }
        List<Problem> found = new ArrayList<>();
        for (Problem next = ahead; next != null && next.origin().ordinal() == ordinal; next = ahead) {
            found.add(next);
            advance();
        }
        return found;
    }

    boolean finished() {
        return ahead == null;
    }

    /** The next row that has a problem; beyond all rows when there is none. */
    long nextRow() {
        return ahead == null ? Long.MAX_VALUE : ahead.origin().ordinal();
    }

    private void advance() {
        ahead = problems.hasNext() ? problems.next() : null;
    }
}
