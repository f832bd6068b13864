package dev.muster.cli;

import dev.muster.model.TargetName;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the command line decided for a run. Kept with the run, so that resuming it decides the same.
 *
 * @param only the targets to write; all of them if none was named
 * @param adopt by which fields existing people are taken over
 */
record Choices(Set<TargetName> only, Set<String> adopt) {
    Choices {
        only = Set.copyOf(only);
        adopt = Set.copyOf(adopt);
    }

    static Choices none() {
        return new Choices(EnumSet.allOf(TargetName.class), Set.of());
    }

    /** @throws RefusalException if a target's name is none */
    static Choices of(List<String> only, List<String> adopt) {
        Set<TargetName> targets = EnumSet.noneOf(TargetName.class);
        only.forEach(name -> targets.add(target(name)));
        return new Choices(targets.isEmpty() ? EnumSet.allOf(TargetName.class) : targets, new TreeSet<>(adopt));
    }

    /** {@code only=GROUPWARE,IMAP;adopt=username}. */
    String text() {
        String targets = only.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        return "only=" + targets + ";adopt=" + String.join(",", new TreeSet<>(adopt));
    }

    static Choices parse(String text) {
        String[] parts = text.split(";", -1);
        return of(values(parts[0]), parts.length > 1 ? values(parts[1]) : List.of());
    }

    private static List<String> values(String part) {
        String values = part.substring(part.indexOf('=') + 1);
        return values.isEmpty() ? List.of() : List.of(values.split(",", -1));
    }

    private static TargetName target(String name) {
        for (TargetName target : TargetName.values()) {
            if (target.name().equalsIgnoreCase(name.strip())) {
                return target;
            }
        }
        throw new RefusalException(
                ExitStatus.USAGE,
                "--only: '" + name + "' is no target; any of "
                        + List.of(TargetName.values()).toString().toLowerCase(Locale.ROOT) + " is wanted.");
    }
}
