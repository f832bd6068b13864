package dev.muster.plan;

import dev.muster.model.AccountDifference;
import dev.muster.model.FolderRole;
import dev.muster.model.MailboxRights;
import dev.muster.model.MailboxRole;
import dev.muster.model.MailboxRoles;
import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Where the rights on a mailbox's folders are not as the roles say. Folders with the same difference are said together. */
final class RightsDrift {
    private static final String TAKE_AWAY =
            "take them away (DELETEACL) if nobody gave them on purpose, or make this a member";

    private final Map<ObjectKey, MailboxRole> people;
    private final MailboxRoles roles;
    private final Function<ObjectKey, String> logins;

    RightsDrift(Map<ObjectKey, MailboxRole> people, MailboxRoles roles, Function<ObjectKey, String> logins) {
        this.people = people;
        this.roles = roles;
        this.logins = logins;
    }

    List<AccountDifference> of(MailboxRights rights, Set<String> passedOver) {
        List<AccountDifference> differences = new ArrayList<>();
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(passedOver);
        for (ObjectKey who : Roll.sorted(people.keySet())) {
            String login = logins.apply(who);
            known.add(login);
            Optional<MailboxRole> role = Optional.ofNullable(people.get(who));
            differences.addAll(differences(who.toString(), AccountDrift.IMPORT, pairs(login, role, rights)));
        }
        for (String stranger : strangers(rights, known)) {
            differences.addAll(differences(stranger, TAKE_AWAY, pairs(stranger, Optional.empty(), rights)));
        }
        return differences;
    }

    /** What should be, and what is. */
    private record Pair(String wanted, String actual) {}

    private Map<Pair, List<String>> pairs(String login, Optional<MailboxRole> role, MailboxRights rights) {
        Map<Pair, List<String>> pairs = new LinkedHashMap<>();
        for (String folder : new TreeSet<>(rights.byFolder().keySet())) {
            String is = rights.letters(folder, login);
            String should = role.map(any -> any.letters(rights.use(folder))).orElse("");
            if (!should.equals(is)) {
                pairs.computeIfAbsent(said(role, should, is, rights.use(folder)), any -> new ArrayList<>())
                        .add(folder);
            }
        }
        return pairs;
    }

    /** Another role may have the same letters; hers is the one that she was given. */
    private Pair said(Optional<MailboxRole> role, String should, String is, Optional<FolderRole> use) {
        String wanted = role.filter(any -> !should.isEmpty())
                .map(any -> any.id() + " (" + should + ")")
                .orElse("nothing");
        return new Pair(wanted, roles.said(is, use));
    }

    private static List<AccountDifference> differences(String who, String remedy, Map<Pair, List<String>> pairs) {
        List<AccountDifference> differences = new ArrayList<>();
        pairs.forEach((pair, folders) -> differences.add(new AccountDifference(
                who, "rights on " + String.join(", ", folders), pair.wanted(), pair.actual(), remedy)));
        return differences;
    }

    private static Set<String> strangers(MailboxRights rights, Set<String> known) {
        Set<String> strangers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        rights.byFolder().values().forEach(entries -> strangers.addAll(entries.keySet()));
        strangers.removeIf(known::contains);
        return strangers;
    }
}
