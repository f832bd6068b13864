package dev.muster.legacy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One command, as data.
 *
 * @param name such as {@code adduser}
 * @param summary what it does, one sentence
 * @param options its own and those that every command has, each secret followed by its file
 * @param anyAttribute whether an option of no known name is an attribute of the directory
 * @param examples whole calls
 * @param statuses what the exit status means
 */
record CommandModel(
        String name,
        String summary,
        List<Option> options,
        boolean anyAttribute,
        List<String> examples,
        String statuses) {
    static final String ADMIN_USER = "adminuser";
    static final String ADMIN_PASSWORD = "adminpasswd";
    static final String CONFIG = "config";
    static final String HELP = "help";
    static final String VERBOSE = "verbose";

    private static final List<Option> FIRST = List.of(
            Option.mandatory(ADMIN_USER, "NAME", "The administrator who asks for it, by name or DN"),
            Option.secret(ADMIN_PASSWORD, "The administrator's password"));
    private static final List<Option> LAST = List.of(
            Option.optional(CONFIG, "FILE", "The configuration, instead of $MUSTER_CONFIG"),
            Option.flag(VERBOSE, "Show where something unexpected happened"),
            Option.flag(HELP, "Show the options with examples"));

    CommandModel {
        options = List.copyOf(options);
        examples = List.copyOf(examples);
    }

    static CommandModel of(String name, String summary, Option... own) {
        List<Option> options =
                withFiles(Stream.of(FIRST, Arrays.asList(own), LAST).flatMap(List::stream));
        return new CommandModel(name, summary, options, false, List.of(), HelpText.STATUSES);
    }

    /** The options, each secret followed by its file. */
    static List<Option> withFiles(Stream<Option> options) {
        return options.flatMap(option -> option.isSecret() ? Stream.of(option, option.file()) : Stream.of(option))
                .toList();
    }

    /** The same command, whose unknown options are attributes of the directory. */
    CommandModel takingAttributes() {
        return new CommandModel(name, summary, options, true, examples, statuses);
    }

    CommandModel withExamples(String... calls) {
        return new CommandModel(name, summary, options, anyAttribute, List.of(calls), statuses);
    }

    /** The option of that name or older name, in any case. */
    Optional<Option> find(String typed) {
        return options.stream()
                .filter(option -> option.name().equalsIgnoreCase(typed)
                        || option.olderNames().stream().anyMatch(typed::equalsIgnoreCase))
                .findFirst();
    }

    /** The names of all options that every call needs. */
    List<String> mandatory() {
        return options.stream().filter(Option::mandatory).map(Option::name).toList();
    }
}
