package dev.muster.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a YAML file into plain maps; no object is ever constructed from its tags. */
final class YamlFile {
    private YamlFile() {}

    static Map<String, Object> read(Path file) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setAllowDuplicateKeys(false)
                    .build();
            Object root = new Load(settings).loadFromString(Files.readString(file));
            Map<String, Object> values = new LinkedHashMap<>();
            if (root instanceof Map<?, ?> map) {
                map.forEach((key, value) -> values.put(String.valueOf(key), value == null ? "" : value));
            }
            return values;
        } catch (IOException unreadable) {
            throw new ConfigurationException("The configuration " + file + " cannot be read: " + unreadable.getMessage()
                    + ". Name another with --config.");
        } catch (YamlEngineException broken) {
            throw new ConfigurationException("The configuration is no YAML: " + broken.getMessage());
        }
    }
}
