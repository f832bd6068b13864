package dev.muster.legacy;

import java.util.ArrayList;
import java.util.List;

/** From the arguments of a call to what it says. */
final class CallReading {
    private CallReading() {}

    /**
     * What the arguments say; secrets are not read yet.
     *
     * @throws dev.muster.site.RefusalException USAGE with the first thing that is wrong
     */
    static Call parsed(LegacyCommand command, List<String> arguments) {
        return command.translated(new CallParser(command.model(), arguments).parse());
    }

    /**
     * The call with its secrets and everything that it needs.
     *
     * @throws dev.muster.site.RefusalException USAGE if something is missing
     */
    static Call whole(LegacyCommand command, Call call, Surroundings surroundings) {
        List<String> mandatory = command.mandatory(call);
        Call whole = new SecretReader(surroundings).read(call, mandatory);
        List<String> missing = new ArrayList<>();
        mandatory.stream().filter(option -> !whole.has(option)).forEach(option -> missing.add("--" + option));
        if (!missing.isEmpty()) {
            throw Call.misused("Missing: " + String.join(", ", missing) + ". "
                    + call.model().name() + " without arguments shows the valid options.");
        }
        return whole;
    }
}
