package dev.muster.legacy;

import dev.muster.model.Secret;
import java.util.List;

/**
 * One of the old commands. The frame ({@link Legacy}) parses, reads secrets, checks what is missing and who asks; the
 * command does the work. Implementations keep no state.
 */
interface LegacyCommand {
    CommandModel model();

    /** The call as today's options say it, where older ones together mean something of today. */
    default Call translated(Call call) {
        return call;
    }

    /** Whether the command works with what the state store holds, where that is on MariaDB. */
    default boolean needsStateStore() {
        return true;
    }

    /** The options that this call needs. */
    default List<String> mandatory(Call call) {
        return model().mandatory();
    }

    /** Whether help is asked for, whatever else is wrong with the arguments. */
    default boolean asksForHelp(List<String> arguments) {
        return CallParser.asksForHelp(arguments);
    }

    /**
     * What the arguments say; secrets are not read yet.
     *
     * @throws RuntimeException that {@link Verdict} understands, with the first thing that is wrong
     */
    default Call parsed(List<String> arguments) {
        return CallReading.parsed(this, arguments);
    }

    /**
     * The call with its secrets and everything that it needs.
     *
     * @throws RuntimeException that {@link Verdict} understands, if something is missing
     */
    default Call whole(Call call, Surroundings surroundings) {
        return CallReading.whole(this, call, surroundings);
    }

    /** The administrator's password. */
    default Secret password(Call call) {
        return call.secret(CommandModel.ADMIN_PASSWORD)
                .orElseThrow(() -> Call.misused("--" + CommandModel.ADMIN_PASSWORD + " is missing."));
    }

    /**
     * Does it. The administrator has been checked, and every mandatory option is there.
     *
     * @return what was done, as sentences for standard output
     * @throws dev.muster.site.RefusalException with status and message, if it was not done; nothing is left behind then
     * @throws dev.muster.target.TargetException if a back-end cannot be used
     */
    String run(Call call, Sites sites);

    /**
     * Does what an earlier process that was killed may have done in part or whole.
     *
     * @return what was done
     * @throws dev.muster.site.RefusalException CONFLICT if there was nothing left to do
     */
    default String finish(Call call, Sites sites) {
        return run(call, sites);
    }
}
