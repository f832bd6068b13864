package dev.muster.legacy;

import java.util.Locale;

/** The manual page of a command, in the language of {@code man(7)}. */
final class ManualPage {
    private ManualPage() {}

    static String of(CommandModel model) {
        StringBuilder page = new StringBuilder();
        page.append(".TH ").append(model.name().toUpperCase(Locale.ROOT)).append(" 8 \"\" Muster\n");
        page.append(".SH NAME\n")
                .append(model.name())
                .append(" \\- ")
                .append(escaped(model.summary()))
                .append('\n');
        page.append(".SH SYNOPSIS\n.B ").append(model.name()).append('\n');
        model.options().stream()
                .filter(Option::mandatory)
                .forEach(option -> page.append(escaped(option.usage())).append('\n'));
        page.append("[OPTION]...\n.SH OPTIONS\n");
        model.options().forEach(option -> option(page, option));
        if (model.anyAttribute()) {
            page.append(".TP\n.B \\-\\-ATTRIBUTE=VALUE\nAny other attribute of the directory's schema.\n");
        }
        page.append(".SH EXIT STATUS\n").append(escaped(model.statuses())).append('\n');
        page.append(".SH EXAMPLES\n");
        model.examples()
                .forEach(
                        example -> page.append(".PP\n").append(escaped(example)).append('\n'));
        return page.toString();
    }

    private static void option(StringBuilder page, Option option) {
        page.append(".TP\n.B ").append(escaped(option.usage())).append('\n');
        page.append(escaped(option.description())).append(".\n");
        if (!option.olderNames().isEmpty()) {
            page.append(escaped("Once called --" + String.join(", --", option.olderNames()) + "."))
                    .append('\n');
        }
    }

    /** Hyphens are to be typed, so they must not become dashes; a line that begins with a dot is none of ours. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
