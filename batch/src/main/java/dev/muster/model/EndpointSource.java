package dev.muster.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the address of a mail server comes from; for reading and for sending each by itself. */
public enum EndpointSource {
    /** From each member's own account. */
    PRIMARY,
    /** The machine of the groupware. */
    LOCALHOST,
    /** From the settings; a transport of which they say nothing is none: the account cannot send. */
    NONE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In any case, with blanks around it. */
    public static Optional<EndpointSource> of(String id) {
        return Stream.of(values())
                .filter(source -> source.id().equalsIgnoreCase(id.strip()))
                .findFirst();
    }
}
