package dev.muster.input;

import dev.muster.model.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The rejected items of a YAML feed as YAML: with their own keys and values, and {@code rejected}, which says why. */
final class YamlRejection {
    private static final int DEEPEST = 4;

    private final Feed feed;
    private final RejectFile file;
    private final ColumnNames names;
    private final List<Map<String, Object>> items = new ArrayList<>();

    YamlRejection(Feed feed, RejectFile file) {
        this.feed = feed;
        this.file = file;
        this.names = YamlFeedReader.names(feed);
    }

    /** @return how many items were written */
    long write(RejectFile.ByRow problems, BufferedWriter out) throws IOException {
        long ordinal = 0;
        for (YamlRecord record : feed.yaml()) {
            List<Problem> found = problems.of(++ordinal);
            if (!found.isEmpty()) {
                items.add(item(record, found));
            }
        }
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .build();
        out.write(RejectFile.MARK + feed.name() + ": correct them and feed this file.\n");
        out.write(new Dump(settings).dumpToString(Map.of(YamlRecords.LIST, items)));
        return items.size();
    }

    private Map<String, Object> item(YamlRecord record, List<Problem> found) {
        Map<String, Object> item = new LinkedHashMap<>();
        record.cells().stream()
                .filter(cell -> !YamlRecord.key(cell).equals(YamlRecords.REJECTED))
                .forEach(cell -> item.put(YamlRecord.key(cell), value(cell, record.line())));
        Map<String, Object> why = new LinkedHashMap<>();
        if (record.cells().isEmpty()) {
            why.put("item", plain(record.node(), 0));
        }
        why.put("code", Rejection.joined(found, problem -> problem.code().name()));
        why.put("field", Rejection.joined(found, Problem::field));
        why.put("reason", Rejection.joined(found, Problem::reason));
        why.put("suggestion", Rejection.joined(found, Problem::suggestion));
        item.put(YamlRecords.REJECTED, why);
        return item;
    }

    private Object value(NodeTuple cell, long line) {
        Optional<Column> column = names.find(YamlRecord.key(cell));
        Optional<String> text = YamlRecord.text(cell.getValueNode());
        if (column.isPresent() && text.isPresent()) {
            return file.safe(feed, column.get(), Text.writable(text.get()), line);
        }
        boolean hidden = column.filter(Column::secret).isPresent() && !file.withPasswords();
        return hidden ? "" : plain(cell.getValueNode(), 0);
    }

    /** What YAML makes of a value is of no interest: it is written as it was, as text. */
    private static Object plain(Node node, int depth) {
        if (depth < DEEPEST && node instanceof SequenceNode list) {
            return list.getValue().stream().map(each -> plain(each, depth + 1)).toList();
        }
        if (depth < DEEPEST && node instanceof MappingNode mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.getValue().forEach(cell -> values.put(YamlRecord.key(cell), plain(cell.getValueNode(), depth + 1)));
            return values;
        }
        return YamlRecord.text(node).map(Text::writable).orElse("");
    }
}
