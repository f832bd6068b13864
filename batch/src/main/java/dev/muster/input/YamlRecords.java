package dev.muster.input;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Cuts a YAML feed into the items of its list {@code accounts}. No object is ever made from its tags. Read as a whole,
 * because shared accounts come by the hundred, not by the million.
 */
final class YamlRecords {
    static final String LIST = "accounts";
    /** The key under which a reject file says what was wrong; read over. */
    static final String REJECTED = "rejected";

    private static final int MOST_CHARACTERS = 64 << 20;

    private YamlRecords() {}

    /** @throws FeedException FEED_UNREADABLE if this is no YAML, or holds no such list */
    static List<YamlRecord> of(FeedFile file, Charset charset) throws IOException {
        try (Reader text = file.open(charset)) {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file.name())
                    .setSchema(new CoreSchema())
                    .setCodePointLimit(MOST_CHARACTERS)
                    .build();
            return items(file, new Compose(settings).composeReader(text));
        } catch (MarkedYamlEngineException broken) {
            String line = broken.getProblemMark().map(mark -> ":" + line(mark)).orElse("");
            throw FeedException.unreadable(file.name() + line + ": this is no YAML: " + broken.getProblem()
                    + ". Correct the line; a value with ': ' or ' #' in it belongs into quotes.");
        } catch (YamlEngineException broken) {
            throw FeedException.unreadable(file.name()
                    + ": this is no YAML that can be read. Check its charset (UTF-8), and that it holds text only.");
        }
    }

    private static List<YamlRecord> items(FeedFile file, Optional<Node> root) {
        List<NodeTuple> keys = root.map(node -> new YamlRecord(1, node).cells()).orElse(List.of());
        for (NodeTuple key : keys) {
            if (!YamlRecord.key(key).equals(LIST)) {
                throw unknown(file, YamlRecord.key(key));
            }
        }
        if (keys.size() != 1) {
            throw FeedException.unreadable(file.name() + ": there is to be one list '" + LIST + "'. Write '" + LIST
                    + ":' and below it an item for each shared account.");
        }
        Node list = keys.get(0).getValueNode();
        if (list.getTag().equals(Tag.NULL)) {
            return List.of();
        }
        if (!(list instanceof SequenceNode sequence)) {
            throw FeedException.unreadable(file.name() + ": '" + LIST + "' is no list. Begin each item with '- '.");
        }
        return sequence.getValue().stream()
                .map(node -> new YamlRecord(
                        node.getStartMark().map(YamlRecords::line).orElse(0), node))
                .toList();
    }

    private static FeedException unknown(FeedFile file, String key) {
        String near = Nearest.of(key, List.of(LIST))
                .map(found -> "; nearest is '" + found + "'")
                .orElse("");
        return FeedException.unreadable(
                file.name() + ": the key '" + key + "' is not known" + near + ". Only '" + LIST + "' stands there.");
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}
