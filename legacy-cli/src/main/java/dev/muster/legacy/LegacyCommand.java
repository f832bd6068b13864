package dev.muster.legacy;

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

    /** The options that this call needs. */
    default List<String> mandatory(Call call) {
        return model().mandatory();
    }

    /**
     * Does it. The administrator has been checked, and every mandatory option is there.
     *
     * @return what was done, as sentences for standard output
     * @throws dev.muster.site.RefusalException with status and message, if it was not done; nothing is left behind then
     * @throws dev.muster.target.TargetException if a back-end cannot be used
     */
    String run(Call call, Sites sites);
}
