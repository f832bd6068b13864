package dev.muster.legacy;

import java.util.List;
import java.util.Optional;

/** All of the old commands. A new one is a class that implements {@link LegacyCommand}, its name and a line here. */
final class LegacyCommands {
    private static final List<String> NAMES = List.of(
            "adduser",
            "deluser",
            "addgroup",
            "delgroup",
            "addmembers2group",
            "delmembersfromgroup",
            "changepasswd",
            "setquota",
            "addresource",
            "addresourcegroup",
            "delresource",
            "delresourcegroup",
            "addmembers2resgroup",
            "delmembersfromresgroup",
            "createsecondaryaccount",
            "updatesecondaryaccount",
            "deletesecondaryaccount",
            "listsecondaryaccount");

    private LegacyCommands() {}

    static List<LegacyCommand> all() {
        return NAMES.stream().map(LegacyCommands::named).toList();
    }

    /** Only the one that is asked for is made: a call has no time for the others. */
    static Optional<LegacyCommand> find(String name) {
        return NAMES.contains(name) ? Optional.of(named(name)) : Optional.empty();
    }

    /** Whether it is one of those for secondary accounts, which have exit statuses of their own. */
    static boolean isAboutAccounts(String name) {
        return name.endsWith("secondaryaccount");
    }

    private static LegacyCommand named(String name) {
        return switch (name) {
            case "adduser" -> new AddUser();
            case "deluser" -> new DeleteUser();
            case "addgroup" -> AddRoster.group();
            case "delgroup" -> DeleteRoster.of(RosterWords.GROUP, "testgroup");
            case "addmembers2group" -> AddMembers.of(RosterWords.GROUP, name, "testgroup", "pm");
            case "delmembersfromgroup" -> RemoveMembers.of(RosterWords.GROUP, name, "testgroup", "pm");
            case "changepasswd" -> new ChangePassword();
            case "setquota" -> new SetQuota();
            case "addresource" -> AddRoster.resource();
            case "addresourcegroup" -> AddRoster.resourceGroup();
            case "delresource" -> DeleteRoster.of(RosterWords.RESOURCE, "room1");
            case "delresourcegroup" -> DeleteRoster.of(RosterWords.RESOURCE_GROUP, "rooms");
            case "addmembers2resgroup" -> AddMembers.of(RosterWords.RESOURCE_GROUP, name, "rooms", "room2");
            case "delmembersfromresgroup" -> RemoveMembers.of(RosterWords.RESOURCE_GROUP, name, "rooms", "room2");
            case "createsecondaryaccount" -> new CreateAccount();
            case "updatesecondaryaccount" -> new UpdateAccount();
            case "deletesecondaryaccount" -> new DeleteAccount();
            case "listsecondaryaccount" -> new ListAccounts();
            default -> throw new IllegalArgumentException("There is no command '" + name + "'.");
        };
    }
}
