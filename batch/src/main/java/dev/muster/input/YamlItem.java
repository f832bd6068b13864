package dev.muster.input;

import dev.muster.input.ColumnSettings.UnknownColumns;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Turns an item of a YAML feed into a row: its keys are the columns of a CSV feed, and lists may stand as lists. */
final class YamlItem {
    private static final String MEMBERS = "members";
    private static final String HOW = "Write {user: anna, role: agent} or {group: support, role: agent}.";

    private final Row row;
    private final ColumnNames names;
    private final UnknownColumns unknown;

    YamlItem(Row row, ColumnNames names, UnknownColumns unknown) {
        this.row = row;
        this.names = names;
        this.unknown = unknown;
    }

    FeedRow read(YamlRecord item) {
        if (!(item.node() instanceof MappingNode)) {
            row.problem(
                    ErrorCode.ROW_RAGGED,
                    "",
                    "The item does not say what its values are.",
                    "Begin it with 'accountname: ', and write each value below with its name.");
            return row.finished();
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple cell : item.cells()) {
            String name = YamlRecord.key(cell);
            if (!seen.add(ColumnNames.folded(name))) {
                row.problem(ErrorCode.HEADER_DOUBLED, name, "The key stands there twice.", "Keep one of the two.");
            } else if (!name.equals(YamlRecords.REJECTED)) {
                cell(name, cell.getValueNode());
            }
        }
        return row.account();
    }

    private void cell(String name, Node value) {
        if (name.equals(MEMBERS)) {
            members(value);
            return;
        }
        names.find(name).ifPresentOrElse(column -> value(column, value), () -> unknown(name, ColumnNames.folded(name)));
    }

    private void unknown(String name, String folded) {
        if (unknown != UnknownColumns.IGNORE) {
            row.problem(
                    ErrorCode.HEADER_UNKNOWN,
                    name,
                    "The key " + Text.quoted(name) + " is not known.",
                    names.nearest(folded)
                            .map(near -> "Was '" + near + "' meant?")
                            .orElse("Take it out, or map it in the settings."));
        }
    }

    private void value(Column column, Node value) {
        if (value instanceof SequenceNode list && column.kind().multiple()) {
            list(column, list.getValue());
        } else if (value instanceof SequenceNode || value instanceof MappingNode) {
            misplaced(column.name(), "A single value is wanted.", "Write it behind the key.");
        } else {
            YamlRecord.text(value).ifPresent(text -> row.cell(column, text));
        }
    }

    /** An empty list is one: it clears. */
    private void list(Column column, List<Node> values) {
        if (values.isEmpty()) {
            row.clear(column);
            return;
        }
        List<String> texts = new ArrayList<>();
        for (Node value : values) {
            text(column, value).ifPresent(texts::add);
        }
        row.add(column, texts);
    }

    private Optional<String> text(Column column, Node value) {
        if (value instanceof MappingNode && column.field().equals(AccountColumns.ADDRESSES)) {
            Map<String, String> parts = parts(column.name(), value, List.of("address", "default"));
            String mark = parts.getOrDefault("default", "").equalsIgnoreCase("true") ? AccountAddresses.MARK : "";
            if (!parts.containsKey("address")) {
                misplaced(column.name(), "There is no address.", "Write {address: info@example.org, default: true}.");
            }
            return Optional.ofNullable(parts.get("address")).map(address -> address + mark);
        }
        Optional<String> text = YamlRecord.text(value);
        if (text.isEmpty()) {
            misplaced(column.name(), "An item of the list is no text.", "Write one value behind each '- '.");
        }
        return text;
    }

    private void members(Node value) {
        if (value instanceof SequenceNode list) {
            list.getValue().forEach(this::member);
            if (list.getValue().isEmpty()) {
                row.clear(AccountColumns.column(AccountColumns.USERS));
            }
        } else if (YamlRecord.text(value).filter(row::clears).isPresent()) {
            row.clear(AccountColumns.column(AccountColumns.USERS));
        } else if (YamlRecord.text(value).isPresent() || value instanceof MappingNode) {
            misplaced(MEMBERS, "The members are no list.", HOW);
        }
    }

    private void member(Node value) {
        Map<String, String> parts = parts(MEMBERS, value, List.of("user", "group", "role"));
        String role = Optional.ofNullable(parts.get("role")).map(":"::concat).orElse("");
        if (parts.containsKey("user") == parts.containsKey("group")) {
            misplaced(MEMBERS, "A member is to be either a user or a group.", HOW);
            return;
        }
        Field field = parts.containsKey("user") ? AccountColumns.USERS : AccountColumns.GROUPS;
        String name = parts.getOrDefault("user", parts.getOrDefault("group", ""));
        row.add(AccountColumns.column(field), List.of(name + role));
    }

    private Map<String, String> parts(String field, Node value, List<String> known) {
        Map<String, String> parts = new HashMap<>();
        for (NodeTuple part : new YamlRecord(0, value).cells()) {
            String name = YamlRecord.key(part);
            if (known.contains(name)) {
                YamlRecord.text(part.getValueNode()).ifPresent(text -> parts.put(name, text.strip()));
            } else {
                row.problem(
                        ErrorCode.HEADER_UNKNOWN,
                        field,
                        "The key " + Text.quoted(name) + " is not known.",
                        Hint.among(name, known));
            }
        }
        return parts;
    }

    private void misplaced(String field, String reason, String suggestion) {
        row.problem(ErrorCode.VALUE_INVALID, field, reason, suggestion);
    }
}
