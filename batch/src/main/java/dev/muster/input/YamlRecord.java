package dev.muster.input;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One item of a YAML feed, as it stands there.
 *
 * @param line the line on which it begins, from 1
 */
record YamlRecord(long line, Node node) {
    /** Its keys and values in their order; none where the item is no mapping. */
    List<NodeTuple> cells() {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    /** A single value as it is written, whatever YAML takes it for; empty for nothing, for a list and for a mapping. */
    static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    static String key(NodeTuple cell) {
        return text(cell.getKeyNode()).orElse("");
    }
}
