package dev.muster.legacy;

import dev.muster.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Understands the arguments of a call as the reference does: options match exactly, with their value behind {@code =} or as
 * the next argument; of an option given twice the first counts; an empty value is a value. Used once, by one thread.
 */
final class AccountCallParser {
    private final CommandModel model;
    private final List<String> arguments;
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Secret> secrets = new TreeMap<>();
    private int next;

    AccountCallParser(CommandModel model, List<String> arguments) {
        this.model = model;
        this.arguments = arguments;
    }

    /**
     * The call, its secrets not yet read.
     *
     * @throws AccountRefusal with the first thing that is wrong
     */
    Call parse() {
        while (next < arguments.size()) {
            take(arguments.get(next++));
        }
        return soFar();
    }

    /** What has been understood, also where the rest was not. */
    Call soFar() {
        return new Call(model, values, secrets, Map.of(), List.of());
    }

    private void take(String argument) {
        int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
        String typed = equals < 0 ? argument : argument.substring(0, equals);
        Option option = find(typed)
                .orElseThrow(
                        () -> new AccountRefusal(AccountExit.UNKNOWN_OPTION, "Unknown option '" + shown(typed) + "'"));
        if (option.kind() == Option.Kind.FLAG) {
            values.putIfAbsent(option.name(), "");
            return;
        }
        String value = equals < 0 ? following(typed) : argument.substring(equals + 1);
        if (option.isSecret()) {
            secrets.putIfAbsent(option.name(), Secret.of(value));
        } else {
            values.putIfAbsent(option.name(), value);
        }
    }

    private Optional<Option> find(String typed) {
        return model.options().stream()
                .filter(option -> typed.equals("--" + option.name())
                        || !option.letter().isEmpty() && typed.equals("-" + option.letter()))
                .findFirst();
    }

    private String following(String typed) {
        if (next == arguments.size()) {
            throw new AccountRefusal(AccountExit.ILLEGAL_VALUE, "Illegal value '' for option " + typed);
        }
        return arguments.get(next++);
    }

    /** An argument may be a password that lost its option: its beginning is enough to find it. */
    private static String shown(String argument) {
        String line = argument.replaceAll("\\p{Cntrl}", "?");
        return line.startsWith("-") || line.length() <= 3 ? line : line.substring(0, 3) + "...";
    }
}
