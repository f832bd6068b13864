package dev.muster.cli;

import dev.muster.model.TargetName;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the command line decided for a run. Kept with the run, so that resuming it decides the same.
 *
 * @param only the targets to write; all of them if none was named
 * @param adopt by which fields existing people are taken over
 * @param leniency how faulty values of the feed are read
 */
record Choices(Set<TargetName> only, Set<String> adopt, Leniency leniency) {
    private static final List<String> ADOPTABLE = List.of("username", "mail", "employeenumber", "mailbox");

    Choices {
        only = Set.copyOf(only);
        adopt = Set.copyOf(adopt);
    }

    static Choices none() {
        return new Choices(EnumSet.allOf(TargetName.class), Set.of(), Leniency.none());
    }

    /** @throws RefusalException if a word is none */
    static Choices of(List<String> only, List<String> adopt, Leniency leniency) {
        Set<TargetName> targets = EnumSet.noneOf(TargetName.class);
        only.forEach(name -> targets.add(target(name)));
        Set<String> adopted = new TreeSet<>();
        adopt.forEach(name -> adopted.add(adoptable(name)));
        return new Choices(targets.isEmpty() ? EnumSet.allOf(TargetName.class) : targets, adopted, leniency);
    }

    /** {@code only=GROUPWARE,IMAP;adopt=username;ldif=lenient;invalid=}. */
    String text() {
        String targets = only.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        return "only=" + targets + ";adopt=" + String.join(",", new TreeSet<>(adopt)) + ";ldif=" + leniency.ldifWord()
                + ";invalid=" + leniency.invalidWord();
    }

    static Choices parse(String text) {
        Map<String, String> words = new HashMap<>();
        for (String part : text.split(";", -1)) {
            words.put(part.substring(0, part.indexOf('=') + 1), part.substring(part.indexOf('=') + 1));
        }
        return of(
                values(words.getOrDefault("only=", "")),
                values(words.getOrDefault("adopt=", "")),
                Leniency.of(words.getOrDefault("ldif=", ""), words.getOrDefault("invalid=", "")));
    }

    private static List<String> values(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private static String adoptable(String name) {
        String word = name.strip().toLowerCase(Locale.ROOT);
        if (!ADOPTABLE.contains(word)) {
            throw new RefusalException(
                    ExitStatus.USAGE,
                    "--adopt: '" + name + "' cannot be adopted by; any of " + ADOPTABLE + " is wanted.");
        }
        return word;
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
