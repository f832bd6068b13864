package dev.muster.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tapes, table {@code muster_tape}. Thread-safe. */
public final class TapeTable {
    /** Marks a segment that was decided, whatever was asked for it. */
    private static final String DECIDED = "";

    /** Far below the largest packet of any server. */
    private static final int ANSWERS_PER_ROW = 500;

    private final JdbcTemplate jdbc;

    TapeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Many answers go into one row: they are written and read together. */
    public void insert(long runId, Tape tape) {
        List<Object[]> rows = new ArrayList<>();
        rows.add(new Object[] {runId, tape.segment(), DECIDED, ""});
        List<Map.Entry<String, String>> answers = List.copyOf(tape.answers().entrySet());
        for (int from = 0; from < answers.size(); from += ANSWERS_PER_ROW) {
            List<Map.Entry<String, String>> some =
                    answers.subList(from, Math.min(answers.size(), from + ANSWERS_PER_ROW));
            rows.add(new Object[] {runId, tape.segment(), "from " + from, text(some)});
        }
        jdbc.batchUpdate("INSERT INTO muster_tape VALUES " + Sql.list(4), rows);
    }

    /** Notes something on the tape of a segment that was decided; it is among the answers, without one. */
    public void add(long runId, long segment, String note) {
        jdbc.update(
                "INSERT INTO muster_tape VALUES " + Sql.list(4),
                runId,
                segment,
                note,
                text(List.of(Map.entry(note, ""))));
    }

    /** The tape of a segment that was decided. */
    public Optional<Tape> find(long runId, long segment) {
        List<String> rows = jdbc.queryForList(
                "SELECT answer FROM muster_tape WHERE run_id = ? AND segment = ?", String.class, runId, segment);
        Map<String, String> answers = new HashMap<>();
        rows.forEach(row -> row.lines().forEach(line -> take(line, answers)));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Tape(segment, answers));
    }

    /** Forgets the tape of a segment that is done; that it was decided stays. */
    public void forget(long runId, long segment) {
        jdbc.update("DELETE FROM muster_tape WHERE run_id = ? AND segment = ? AND question <> ''", runId, segment);
    }

    /** Lines {@code question=answer}, both as forms of the web write them. */
    private static String text(List<Map.Entry<String, String>> answers) {
        StringBuilder text = new StringBuilder();
        answers.forEach(answer -> text.append(URLEncoder.encode(answer.getKey(), UTF_8))
                .append('=')
                .append(URLEncoder.encode(answer.getValue(), UTF_8))
                .append('\n'));
        return text.toString();
    }

    private static void take(String line, Map<String, String> answers) {
        int equals = line.indexOf('=');
        answers.put(
                URLDecoder.decode(line.substring(0, equals), UTF_8),
                URLDecoder.decode(line.substring(equals + 1), UTF_8));
    }
}
