package dev.muster.legacy;

import dev.muster.legacy.script.ScriptCall;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of a file, understood.
 *
 * @param source where it stands
 * @param command what does it
 * @param call what it says, its secrets perhaps not yet read
 */
record ReplayCall(ScriptCall source, LegacyCommand command, Call call) {
    private static final Map<String, ObjectKey.Kind> SUBJECTS = Map.of(
            "username", ObjectKey.Kind.USER,
            "groupname", ObjectKey.Kind.GROUP,
            "resourcename", ObjectKey.Kind.RESOURCE,
            "resourcegroupname", ObjectKey.Kind.RESOURCE_GROUP);

    long ordinal() {
        return source.ordinal();
    }

    /** Whether it only asks for help. */
    boolean asksForHelp() {
        return command.asksForHelp(source.arguments());
    }

    /** What it is about; empty where that is missing. */
    Optional<ObjectKey> subject() {
        return SUBJECTS.entrySet().stream()
                .filter(option -> call.has(option.getKey()))
                .map(option -> new ObjectKey(
                        option.getValue(), call.text(option.getKey()).strip()))
                .findFirst();
    }

    /** Whom it names as members. */
    List<ObjectKey> members() {
        return subject().filter(key -> key.kind().hasMembers()).stream()
                .flatMap(key -> call.list(RosterWords.MEMBERS).stream()
                        .map(name -> new ObjectKey(key.kind().ofMembers(), name)))
                .toList();
    }

    /** The addresses that somebody may hold already; what is no address is told by the command. */
    List<MailAddress> addresses() {
        List<String> texts = new ArrayList<>(call.list("alias"));
        call.value("mail").ifPresent(texts::add);
        List<MailAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            try {
                addresses.add(MailAddress.of(text.strip()));
            } catch (IllegalArgumentException none) {
                continue;
            }
        }
        return addresses;
    }

    boolean adds() {
        return name().startsWith("add") && !name().startsWith("addmembers");
    }

    boolean deletes() {
        return name().startsWith("del") && !name().startsWith("delmembers");
    }

    /** Whether it is done by itself, neither folded nor moved: what it does depends on more than what it is about. */
    boolean standsAlone() {
        return isAboutAccounts() || name().equals("deluser") || call.has("source_only");
    }

    /** Whether it can be known beforehand how it ends: secondary accounts have no overlay. */
    boolean isRehearsed() {
        return !isAboutAccounts() && !asksForHelp();
    }

    PlanKind kind() {
        if (asksForHelp() || name().startsWith("list")) {
            return PlanKind.UNCHANGED;
        }
        boolean makes = adds() || name().startsWith("create");
        return makes ? PlanKind.CREATE : deletes() ? PlanKind.DELETE : PlanKind.CHANGE;
    }

    private boolean isAboutAccounts() {
        return LegacyCommands.isAboutAccounts(name());
    }

    String name() {
        return command.model().name();
    }
}
