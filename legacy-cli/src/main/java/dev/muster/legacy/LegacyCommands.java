package dev.muster.legacy;

import java.util.List;
import java.util.Optional;

/** All of the old commands. A new one is a class that implements {@link LegacyCommand}, and a line here. */
final class LegacyCommands {
    private LegacyCommands() {}

    static List<LegacyCommand> all() {
        return List.of(
                new AddUser(),
                new DeleteUser(),
                AddRoster.group(),
                DeleteRoster.of(RosterWords.GROUP, "testgroup"),
                AddMembers.of(RosterWords.GROUP, "addmembers2group", "testgroup", "pm"),
                RemoveMembers.of(RosterWords.GROUP, "delmembersfromgroup", "testgroup", "pm"),
                new ChangePassword(),
                new SetQuota(),
                AddRoster.resource(),
                AddRoster.resourceGroup(),
                DeleteRoster.of(RosterWords.RESOURCE, "room1"),
                DeleteRoster.of(RosterWords.RESOURCE_GROUP, "rooms"),
                AddMembers.of(RosterWords.RESOURCE_GROUP, "addmembers2resgroup", "rooms", "room2"),
                RemoveMembers.of(RosterWords.RESOURCE_GROUP, "delmembersfromresgroup", "rooms", "room2"));
    }

    static Optional<LegacyCommand> find(String name) {
        return all().stream()
                .filter(command -> command.model().name().equals(name))
                .findFirst();
    }
}
