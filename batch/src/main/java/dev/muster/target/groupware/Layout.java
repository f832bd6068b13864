package dev.muster.target.groupware;

import java.util.Optional;
import java.util.stream.Stream;

/** The table layouts that Muster can make. Those it finds it does not ask for their name. */
public enum Layout {
    V7_10_6("7.10.6"),
    V8("8");

    private final String id;

    Layout(String id) {
        this.id = id;
    }

    /** As on the command line: {@code 7.10.6} or {@code 8}. */
    public String id() {
        return id;
    }

    public static Optional<Layout> of(String id) {
        return Stream.of(values()).filter(layout -> layout.id.equals(id)).findFirst();
    }
}
