package dev.muster.legacy;

import dev.muster.model.TargetName;
import dev.muster.target.groupware.GroupwarePart;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which part of a person {@code adduser --source_only} makes (whitepaper 5.2). */
enum Source {
    /** Everything, where the option is not given. */
    ALL(Set.of(TargetName.values()), GroupwarePart.values()),
    LDAP(Set.of(TargetName.LDAP)),
    /** The folders and what may be done there. */
    GROUPWARE(Set.of(TargetName.GROUPWARE), GroupwarePart.FOLDERS),
    /** The user, and everything else that the database holds of her. */
    SQL(Set.of(TargetName.GROUPWARE), GroupwarePart.ACCOUNT),
    IMAP(Set.of(TargetName.IMAP));

    private final Set<TargetName> written;
    private final Set<GroupwarePart> parts;

    Source(Set<TargetName> written, GroupwarePart... parts) {
        this.written = written;
        this.parts = Set.of(parts);
    }

    /** What is made of a person in the groupware. */
    Set<GroupwarePart> parts() {
        return parts;
    }

    Set<TargetName> written() {
        return written;
    }

    /** Whether the person is told by the call; else by her entry in the directory. */
    boolean toldByCall() {
        return this == ALL || this == LDAP;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws dev.muster.site.RefusalException USAGE if the option's value is none of the four */
    static Source of(Call call) {
        if (!call.has("source_only")) {
            return ALL;
        }
        String value = call.text("source_only").strip();
        return Arrays.stream(values())
                .filter(source -> source != ALL && source.word().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> Call.misused("--source_only: one of "
                        + Arrays.stream(values())
                                .filter(source -> source != ALL)
                                .map(Source::word)
                                .collect(Collectors.joining(", "))
                        + " is wanted."));
    }
}
