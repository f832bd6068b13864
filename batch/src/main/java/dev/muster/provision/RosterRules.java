package dev.muster.provision;

import dev.muster.model.ObjectKey;
import dev.muster.model.TargetName;
import dev.muster.target.Roster;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What planning and applying groups and resources goes by in one run.
 *
 * @param targets the back-ends
 * @param people the claims of people, who may be members
 * @param rosters the claims of groups and resources
 * @param directoryLeads whether the directory is only read
 * @param completeMembers whether the feed names every member, so that those whom somebody else gave go too
 */
public record RosterRules(
        Targets targets, ClaimBook people, RosterBook rosters, boolean directoryLeads, boolean completeMembers) {
    /** Members come before what they are members of. */
    public static final List<ObjectKey.Kind> KINDS =
            List.of(ObjectKey.Kind.RESOURCE, ObjectKey.Kind.GROUP, ObjectKey.Kind.RESOURCE_GROUP);

    /** The rosters that may be written and have such objects. */
    List<Roster> writing(ObjectKey.Kind kind) {
        return targets.rosters().stream().filter(roster -> roster.keeps(kind)).toList();
    }

    /** Whether any back-end of the site has such objects, written in this run or not. */
    boolean kept(ObjectKey.Kind kind) {
        return targets.all().values().stream()
                .flatMap(target -> target.roster().stream())
                .anyMatch(roster -> roster.keeps(kind));
    }

    /** Whether every back-end is written that ever is: what was taken away is then gone everywhere. */
    boolean everywhere() {
        Set<TargetName> left = new TreeSet<>(targets.all().keySet());
        left.removeIf(name -> Optional.ofNullable(targets.all().get(name))
                .flatMap(target -> target.roster())
                .isEmpty());
        left.removeAll(targets.written());
        return left.isEmpty() || directoryLeads && left.equals(Set.of(TargetName.LDAP));
    }
}
