package dev.muster.legacy;

import dev.muster.input.Nearest;
import dev.muster.model.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Understands the arguments of one call. A parser of our own, because picocli's would cost a tenth of the time that a
 * whole call may take. Used once, by one thread.
 */
final class CallParser {
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(;[A-Za-z0-9-]+)*");

    private final CommandModel model;
    private final List<String> arguments;
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Secret> secrets = new TreeMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, String> typedAs = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();
    private int next;

    CallParser(CommandModel model, List<String> arguments) {
        this.model = model;
        this.arguments = arguments;
    }

    /**
     * The call, its secrets not yet read.
     *
     * @throws dev.muster.site.RefusalException USAGE with the first thing that is wrong
     */
    Call parse() {
        while (next < arguments.size()) {
            String argument = arguments.get(next++);
            Typed typed = Typed.of(argument);
            if (!typed.isOption()) {
                throw Call.misused("'" + shown(argument) + "' is no option. Options begin with two hyphens.");
            }
            Optional<Option> known = model.find(typed.name());
            known.ifPresentOrElse(option -> option(option, typed), () -> attribute(typed));
        }
        values.values().removeIf(String::isBlank);
        secrets.values().removeIf(secret -> secret.reveal().isEmpty());
        attributes.values().removeIf(String::isBlank);
        return new Call(model, withFlags(), secrets, attributes, remarks);
    }

    /** Whether help is asked for, whatever else is wrong with the call. */
    static boolean asksForHelp(List<String> arguments) {
        return arguments.stream()
                .map(Typed::of)
                .anyMatch(typed ->
                        typed.name().equals(CommandModel.HELP) && typed.value().isEmpty());
    }

    private void option(Option option, Typed typed) {
        once(option.name(), typed.name());
        if (!option.name().equalsIgnoreCase(typed.name())) {
            remarks.add("--" + typed.name() + " is the older name of --" + option.name() + ".");
        }
        if (option.kind() == Option.Kind.FLAG) {
            typed.value().ifPresent(value -> {
                throw Call.misused("--" + option.name() + " takes no value.");
            });
            return;
        }
        String value = value(typed);
        if (option.isSecret()) {
            secrets.put(option.name(), Secret.of(value));
        } else {
            values.put(option.name(), value);
        }
    }

    private void attribute(Typed typed) {
        if (!model.anyAttribute()) {
            throw Call.misused("The option --" + typed.name() + " is unknown" + nearest(typed.name()));
        }
        if (!ATTRIBUTE.matcher(typed.name()).matches()) {
            throw Call.misused("'--" + shown(typed.name()) + "' is neither an option nor the name of an attribute.");
        }
        once(typed.name().toLowerCase(Locale.ROOT), typed.name());
        attributes.put(typed.name(), value(typed));
    }

    /** Which of two values is meant, nobody can tell. */
    private void once(String option, String typed) {
        String before = typedAs.putIfAbsent(option, typed);
        if (before != null) {
            throw Call.misused("--" + option + " is given twice"
                    + (before.equalsIgnoreCase(typed) ? "" : " (as --" + before + " and --" + typed + ")") + ".");
        }
    }

    private String value(Typed typed) {
        if (typed.value().isPresent()) {
            return typed.value().get();
        }
        if (next < arguments.size() && !Typed.of(arguments.get(next)).isOption()) {
            return arguments.get(next++);
        }
        throw Call.misused("--" + typed.name() + " needs a value; write --" + typed.name() + "=VALUE.");
    }

    private Map<String, String> withFlags() {
        Map<String, String> all = new TreeMap<>(values);
        model.options().stream()
                .filter(option -> option.kind() == Option.Kind.FLAG && typedAs.containsKey(option.name()))
                .forEach(option -> all.put(option.name(), ""));
        return all;
    }

    private String nearest(String typed) {
        List<String> known = model.options().stream().map(Option::name).toList();
        return Nearest.of(typed.toLowerCase(Locale.ROOT), known)
                .map(near -> "; did you mean --" + near + "?")
                .orElse(".");
    }

    /** An argument may be a password that lost its option: its beginning is enough to find it. */
    private static String shown(String argument) {
        String line = argument.replaceAll("\\p{Cntrl}", "?");
        return line.length() > 3 ? line.substring(0, 3) + "..." : line;
    }
}
