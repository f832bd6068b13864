package dev.muster.legacy;

import java.util.List;

/**
 * One option of a command, as data: parser, list of valid options, help, manual page and completion all read it.
 *
 * @param name without dashes, lower case
 * @param mandatory whether every call needs it
 * @param kind what stands behind it
 * @param form what the value is called in help, such as {@code NAME}; empty for a flag
 * @param description one sentence without its full stop
 * @param olderNames names of earlier releases, still understood
 * @param letter stands for the name behind one hyphen; mostly empty
 */
record Option(
        String name,
        boolean mandatory,
        Kind kind,
        String form,
        String description,
        List<String> olderNames,
        String letter) {
    /** What stands behind an option. */
    enum Kind {
        TEXT,
        /** A secret; the same name with {@code -file} names a file that holds it. */
        SECRET,
        /** Nothing: it is there or not. */
        FLAG
    }

    Option {
        olderNames = List.copyOf(olderNames);
    }

    static Option mandatory(String name, String form, String description) {
        return new Option(name, true, Kind.TEXT, form, description, List.of(), "");
    }

    static Option optional(String name, String form, String description) {
        return new Option(name, false, Kind.TEXT, form, description, List.of(), "");
    }

    static Option secret(String name, String description) {
        return new Option(name, true, Kind.SECRET, "SECRET", description, List.of(), "");
    }

    static Option flag(String name, String description) {
        return new Option(name, false, Kind.FLAG, "", description, List.of(), "");
    }

    /** The same option, understood under these names too. */
    Option once(String... names) {
        return new Option(name, mandatory, kind, form, description, List.of(names), letter);
    }

    /** The same option, which a call may leave out. */
    Option notNeeded() {
        return new Option(name, false, kind, form, description, olderNames, letter);
    }

    /** The same option, also behind one hyphen. */
    Option withLetter(String one) {
        return new Option(name, mandatory, kind, form, description, olderNames, one);
    }

    boolean isSecret() {
        return kind == Kind.SECRET;
    }

    /** The option that names a file with this secret. */
    Option file() {
        return optional(name + "-file", "FILE", "A file whose first line is the " + name + "; - is standard input");
    }

    /** {@code --name=FORM}, or {@code -n, --name=FORM}. */
    String usage() {
        String behindOne = letter.isEmpty() ? "" : "-" + letter + ", ";
        return behindOne + (kind == Kind.FLAG ? "--" + name : "--" + name + "=" + form);
    }
}
