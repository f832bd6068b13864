package dev.muster.legacy;

import dev.muster.model.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gets the secrets of a call from where it says they are: the argument itself, a file, standard input (one line each, in
 * the order of the valid options), or the person at the terminal.
 */
final class SecretReader {
    private static final String STANDARD_INPUT = "-";
    private final Surroundings surroundings;

    SecretReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The call with its secrets.
     *
     * @param mandatory the options that the call needs: asked for where they are missing and somebody is there to ask
     * @throws dev.muster.site.RefusalException USAGE if a secret is given twice or cannot be read
     */
    Call read(Call call, Collection<String> mandatory) {
        Map<String, Secret> secrets = new TreeMap<>();
        for (Option option : call.model().options()) {
            if (option.isSecret()) {
                given(call, option)
                        .or(() -> mandatory.contains(option.name()) ? asked(option) : Optional.empty())
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> secrets.put(option.name(), Secret.of(text)));
            }
        }
        return call.withSecrets(secrets);
    }

    private Optional<String> given(Call call, Option option) {
        Optional<String> inline = call.secret(option.name()).map(Secret::reveal);
        Optional<String> file = call.value(option.file().name());
        if (inline.isPresent() && file.isPresent()) {
            throw Call.misused("--" + option.name() + " and --" + option.file().name() + " say the same thing twice.");
        }
        if (inline.or(() -> file).filter(STANDARD_INPUT::equals).isPresent()) {
            return Optional.of(line(surroundings.in(), option, "standard input"));
        }
        return inline.or(() -> file.map(name -> fromFile(option, name)));
    }

    private static String fromFile(Option option, String name) {
        try (BufferedReader reader = Files.newBufferedReader(Path.of(name))) {
            return line(reader, option, name);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Call.misused(
                    "--" + option.file().name() + ": " + name + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private static String line(BufferedReader reader, Option option, String where) {
        try {
            return Optional.ofNullable(reader.readLine())
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> Call.misused("--" + option.name() + ": " + where + " has no line for it."));
        } catch (IOException unreadable) {
            throw Call.misused("--" + option.name() + ": " + where + " cannot be read: " + unreadable.getMessage());
        }
    }

    private Optional<String> asked(Option option) {
        return surroundings.prompt().apply(option.description() + ": ");
    }
}
