package dev.muster.legacy;

import java.util.List;
import java.util.Optional;

/** All of the old commands. A new one is a class that implements {@link LegacyCommand}, and a line here. */
final class LegacyCommands {
    private LegacyCommands() {}

    static List<LegacyCommand> all() {
        return List.of(
                new AddUser(),
                Planned.command("deluser", "Deletes a user"),
                Planned.command("addgroup", "Adds a group"),
                Planned.command("delgroup", "Deletes a group"),
                Planned.command("addmembers2group", "Adds users to a group"),
                Planned.command("delmembersfromgroup", "Removes users from a group"),
                Planned.command("changepasswd", "Changes the password of a user"),
                Planned.command("setquota", "Changes the mail quota of a user"),
                Planned.command("addresource", "Adds a resource"),
                Planned.command("addresourcegroup", "Adds a resource group"),
                Planned.command("delresource", "Deletes a resource"),
                Planned.command("delresourcegroup", "Deletes a resource group"),
                Planned.command("addmembers2resgroup", "Adds resources to a resource group"),
                Planned.command("delmembersfromresgroup", "Removes resources from a resource group"));
    }

    static Optional<LegacyCommand> find(String name) {
        return all().stream()
                .filter(command -> command.model().name().equals(name))
                .findFirst();
    }
}
