package dev.muster.legacy;

import java.util.stream.Collectors;

/** What bash completes behind the old commands: their options. */
final class ShellCompletion {
    private ShellCompletion() {}

    static String ofAll() {
        return LegacyCommands.all().stream().map(command -> of(command.model())).collect(Collectors.joining());
    }

    private static String of(CommandModel model) {
        String options = model.options().stream()
                .map(option -> "--" + option.name() + (option.kind() == Option.Kind.FLAG ? "" : "="))
                .collect(Collectors.joining(" "));
        return "complete -o nospace -o default -W '" + options + "' " + model.name() + "\n";
    }
}
