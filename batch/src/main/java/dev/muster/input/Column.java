package dev.muster.input;

import dev.muster.model.Field;
import dev.muster.model.Vocabulary.Kind;
import dev.muster.model.Vocabulary.Word;

/**
 * What one column, or one LDIF attribute, means.
 *
 * @param name as the feed writes it; stands in problems
 * @param length the most characters of a value
 * @param essential whether the object cannot do without it: an invalid value always rejects the row, and none clears it
 */
record Column(String name, Field field, Kind kind, int length, boolean essential) {
    private static final int ATTRIBUTE_LENGTH = 1_024;
    private static final String SEVERAL = "[]";
    private static final Field NOTHING = Field.of("ignored");

    /** A column of a feed of people. */
    Column(String name, Field field, Kind kind, int length) {
        this(name, field, kind, length, essential(field, kind));
    }

    static Column of(String name, Word word) {
        return new Column(name, word.field(), word.kind(), word.length());
    }

    /** An LDAP attribute that only the directory knows; with several values in a cell if it is written with {@code []}. */
    static Column attribute(String name) {
        Kind kind = name.endsWith(SEVERAL) ? Kind.TEXTS : Kind.TEXT;
        return new Column(name, Field.of(single(name)), kind, ATTRIBUTE_LENGTH);
    }

    /** The name without the mark of several values. */
    static String single(String name) {
        return name.endsWith(SEVERAL) ? name.substring(0, name.length() - SEVERAL.length()) : name;
    }

    static Column ignored(String name) {
        return new Column(name, NOTHING, Kind.IGNORED, 0);
    }

    /** The same under another name. */
    Column called(String other) {
        return new Column(other, field, kind, length, essential);
    }

    private static boolean essential(Field field, Kind kind) {
        return kind == Kind.USERNAME
                || kind == Kind.PASSWORD
                || field.equals(Field.KEY)
                || field.equals(Field.MAIL)
                || field.equals(Field.SURNAME);
    }

    /** Secrets that must not be repeated anywhere. */
    boolean secret() {
        return kind == Kind.PASSWORD || field.name().equals("adminpass") || name.equalsIgnoreCase("adminpass");
    }
}
