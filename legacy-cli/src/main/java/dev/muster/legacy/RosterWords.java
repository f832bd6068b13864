package dev.muster.legacy;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import java.util.List;

/** What the commands for groups, for resources and for resource groups call things. */
enum RosterWords {
    GROUP(ObjectKey.Kind.GROUP, "groupname", List.of("group"), List.of("user")),
    RESOURCE(ObjectKey.Kind.RESOURCE, "resourcename", List.of("name", "resname", "res"), List.of()),
    RESOURCE_GROUP(
            ObjectKey.Kind.RESOURCE_GROUP,
            "resourcegroupname",
            List.of("name", "resgroup", "group"),
            List.of("res", "resname"));

    /** The option with the members. */
    static final String MEMBERS = "members";

    static final String KEEP_PARTIAL = "keep-partial";

    /** The options that are fields under the same name. */
    static final List<Field> FIELDS = List.of(Field.DISPLAYNAME, Field.MAIL, Field.DESCRIPTION, Field.AVAILABLE);

    private final ObjectKey.Kind kind;
    private final String nameOption;
    private final List<String> olderNames;
    private final List<String> olderMembers;

    RosterWords(ObjectKey.Kind kind, String nameOption, List<String> olderNames, List<String> olderMembers) {
        this.kind = kind;
        this.nameOption = nameOption;
        this.olderNames = olderNames;
        this.olderMembers = olderMembers;
    }

    ObjectKey.Kind kind() {
        return kind;
    }

    /** {@code resource group}. */
    String title() {
        return kind.toString();
    }

    /** {@code users} or {@code resources}. */
    String members() {
        return kind.ofMembers() + "s";
    }

    String deletingCommand() {
        return "del" + kind.toString().replace(" ", "");
    }

    ObjectKey key(Call call) {
        return new ObjectKey(kind, call.text(nameOption).strip());
    }

    Option nameOption(String description) {
        return Option.mandatory(nameOption, "NAME", description).once(olderNames.toArray(String[]::new));
    }

    Option membersOption(String description) {
        return Option.mandatory(MEMBERS, "NAME,...", description).once(olderMembers.toArray(String[]::new));
    }

    static Option keepPartialOption() {
        return Option.flag(KEEP_PARTIAL, "Leave what was done where a part fails, and say how to go on");
    }

    String example(String command, String name, String rest) {
        return command + " --adminuser=mailadmin --adminpasswd=secret --" + nameOption + "=" + name
                + (rest.isEmpty() ? "" : " " + rest);
    }
}
