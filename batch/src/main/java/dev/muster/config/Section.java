package dev.muster.config;

import dev.muster.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of {@code muster.yaml}. Remembers what was asked for and with which result: that is the effective
 * configuration, and whatever was not asked for is an unknown key. For one thread.
 */
public final class Section {
    private final String path;
    private final Path file;
    private final Map<String, Object> values;
    private final Map<String, String> effective;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    Section(String path, Path file, Map<String, Object> values, Map<String, String> effective) {
        this.path = path;
        this.file = file;
        this.values = values;
        this.effective = effective;
    }

    /** A text that has to be there. */
    public String text(String key) {
        return find(key).orElseThrow(() -> fault(key, "is missing. Add it."));
    }

    public String text(String key, String otherwise) {
        return noted(key, find(key).orElse(otherwise));
    }

    /** A text, if it is there. */
    public Optional<String> optional(String key) {
        return find(key);
    }

    public int number(String key, int otherwise) {
        String text = text(key, Integer.toString(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw fault(key, "is '" + text + "', which is no whole number.");
        }
    }

    /** A whole number of at least 1. */
    public int count(String key, int otherwise) {
        int number = number(key, otherwise);
        if (number < 1) {
            throw fault(key, "is " + number + "; a whole number of at least 1 is wanted.");
        }
        return number;
    }

    /** Seconds, as a whole number. */
    public Duration seconds(String key, Duration otherwise) {
        return Duration.ofSeconds(number(key, Math.toIntExact(otherwise.toSeconds())));
    }

    public boolean flag(String key, boolean otherwise) {
        String text = text(key, Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            throw fault(key, "is '" + text + "'; true or false is wanted.");
        }
        return text.equals("true");
    }

    /** One of an enumeration's constants, written in lower case with {@code -}. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        String text = text(key, word(otherwise));
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(word(constant));
        }
        throw fault(key, "is '" + text + "'; one of " + String.join(", ", words) + " is wanted.");
    }

    /** A list of texts, or one text as a list of one. */
    public List<String> list(String key, List<String> otherwise) {
        Object value = value(key);
        if (value == null) {
            noted(key, otherwise.toString());
            return otherwise;
        }
        List<String> texts = value instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
        noted(key, texts.toString());
        return texts;
    }

    /** A mapping of texts to texts; empty where it is missing. */
    public Map<String, String> map(String key) {
        Object value = value(key);
        Map<String, String> texts = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> texts.put(String.valueOf(name), String.valueOf(each)));
        } else if (value != null) {
            throw fault(key, "is to be a mapping.");
        }
        if (!texts.isEmpty()) {
            noted(key, texts.toString());
        }
        return texts;
    }

    /** A file or folder; a relative one is meant from where the configuration is. */
    public Path path(String key) {
        return resolved(text(key));
    }

    public Path path(String key, String otherwise) {
        return resolved(text(key, otherwise));
    }

    public Path resolved(String name) {
        return file.toAbsolutePath().resolveSibling(name).normalize();
    }

    /**
     * A secret from the file that {@code keyFile} names, or from systemd's credentials directory under {@code
     * keyCredential}. Never from the configuration itself, which is read by too many.
     */
    public Secret secret(String key) {
        if (values.containsKey(key)) {
            asked.add(key);
            throw fault(
                    key, "is a secret in the open. Put it into a file of mode 0600 and name it as " + key + "File.");
        }
        Optional<String> credential = find(key + "Credential");
        Path secret = credential
                .map(name -> Path.of(System.getenv().getOrDefault("CREDENTIALS_DIRECTORY", "."))
                        .resolve(name))
                .orElseGet(() -> path(key + "File"));
        effective.put(path + key, "********");
        try {
            return Secret.of(Files.readString(secret).strip());
        } catch (IOException unreadable) {
            throw fault(key + "File", "names " + secret + ", which cannot be read.");
        }
    }

    /** Every key that is there, in the file's order. */
    Set<String> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A mapping within this one; empty where it is missing. */
    public Section section(String key) {
        return sections.computeIfAbsent(key, any -> {
            Object value = value(key);
            Map<String, Object> inner = new LinkedHashMap<>();
            if (value instanceof Map<?, ?> map) {
                map.forEach((name, each) -> inner.put(String.valueOf(name), each == null ? "" : each));
            } else if (value != null) {
                throw fault(key, "is to be a mapping.");
            }
            return new Section(path + key + ".", file, inner, effective);
        });
    }

    /** Takes whatever else stands here for known: it is about something that is switched off. */
    void leaveAside() {
        asked.addAll(values.keySet());
    }

    /** Every key that nobody asked for, with the nearest one that somebody did. */
    List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> unknown.add(path + key + " is unknown" + Nearest.among(key, asked) + "."));
        sections.values().forEach(section -> unknown.addAll(section.unknown()));
        return unknown;
    }

    public ConfigurationException fault(String key, String what) {
        return new ConfigurationException(file + ": " + path + key + " " + what);
    }

    private Optional<String> find(String key) {
        Object value = value(key);
        if (value instanceof Map || value instanceof List) {
            throw fault(key, "is to be a single value.");
        }
        Optional<String> text = Optional.ofNullable(value).map(String::valueOf);
        text.ifPresent(found -> noted(key, found));
        return text;
    }

    private @Nullable Object value(String key) {
        asked.add(key);
        return values.get(key);
    }

    private String noted(String key, String value) {
        effective.put(path + key, value);
        return value;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
