package dev.muster.report;

import dev.muster.model.ErrorCode;
import dev.muster.model.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The first few problems of each kind. For one thread. */
final class Examples {
    private static final int MOST = 3;
    private final Map<ErrorCode, List<Problem>> byKind = new EnumMap<>(ErrorCode.class);

    void note(Problem problem) {
        List<Problem> known = byKind.computeIfAbsent(problem.code(), code -> new ArrayList<>(MOST));
        if (known.size() < MOST) {
            known.add(problem);
        }
    }

    List<Problem> of(ErrorCode kind) {
        return List.copyOf(byKind.getOrDefault(kind, List.of()));
    }
}
