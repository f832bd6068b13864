package dev.muster.legacy;

/** What a command says about itself. */
final class HelpText {
    static final String STATUSES =
            "Exit status: 0 done, 5 exists already or does not exist, 64 wrong call,\n69 a server is"
                    + " away, 75 locked, 77 the administrator was refused, 78 configuration, 1 anything else.";

    private HelpText() {}

    /** What is shown where a command is called without an argument. */
    static String options(CommandModel model) {
        StringBuilder text = new StringBuilder("Usage: " + model.name() + " OPTIONS\n" + model.summary() + ".\n");
        int width = model.options().stream()
                .mapToInt(option -> option.usage().length())
                .max()
                .orElse(0);
        text.append("\nMandatory options:\n");
        model.options().stream().filter(Option::mandatory).forEach(option -> line(text, option, width));
        text.append("\nOptions:\n");
        model.options().stream().filter(option -> !option.mandatory()).forEach(option -> line(text, option, width));
        if (model.anyAttribute()) {
            text.append("  --ATTRIBUTE=VALUE  Any other attribute of the directory's schema.\n");
        }
        return text.toString();
    }

    /** The same with examples. */
    static String help(CommandModel model) {
        StringBuilder text = new StringBuilder(options(model)).append("\nExamples:\n");
        model.examples().forEach(example -> text.append("  ").append(example).append('\n'));
        return text.append("\nA value may also follow its option after a blank. ")
                .append(model.statuses())
                .append('\n')
                .toString();
    }

    private static void line(StringBuilder text, Option option, int width) {
        String older =
                option.olderNames().isEmpty() ? "" : " (once --" + String.join(", --", option.olderNames()) + ")";
        text.append("  ")
                .append(option.usage())
                .append(" ".repeat(width - option.usage().length() + 2))
                .append(option.description())
                .append(older)
                .append(".\n");
    }
}
