package dev.muster.legacy;

import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;

/** A command whose name is taken and whose work is not written yet. */
record Planned(CommandModel model) implements LegacyCommand {
    static Planned command(String name, String summary) {
        return new Planned(CommandModel.of(name, summary));
    }

    @Override
    public String run(Call call, Sites sites) {
        throw new RefusalException(ExitStatus.UNEXPECTED, "This command is not there yet.");
    }
}
