package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements that are the same for many people, gathered so that each text goes out as one batch. Belongs to one thread. */
final class Updates {
    private final Map<String, List<List<@Nullable Object>>> parametersByText = new LinkedHashMap<>();

    void add(String sql, @Nullable Object... parameters) {
        parametersByText.computeIfAbsent(sql, any -> new ArrayList<>()).add(Arrays.asList(parameters));
    }

    void run(SqlSession session) throws SQLException {
        for (Map.Entry<String, List<List<@Nullable Object>>> statement : parametersByText.entrySet()) {
            session.batch(statement.getKey(), statement.getValue());
        }
    }
}
