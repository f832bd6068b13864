package dev.muster.target;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who belongs where in one back-end: groups of people, resources, groups of resources. Shares the connections of the
 * {@link Target} that it comes from and is closed with it. Thread-safe, bound by deadlines and retrying as a target is.
 *
 * <p>The primary group is kept by the people themselves (the directory's {@code gidNumber}, the groupware's default
 * group): everybody is in it, its members are never listed, coming to it is done without a write, going from it and
 * deleting it are refused as {@code PROTECTED}.
 */
public interface Roster {
    TargetName name();

    /** Whether this back-end has such objects; the others below take only those that it has. */
    boolean keeps(ObjectKey.Kind kind);

    /** Whether it stores the field of such objects, so that a state without it means: no value. */
    boolean keeps(ObjectKey.Kind kind, Field field);

    /**
     * What is there, in as few rounds as the protocol allows.
     *
     * @param keys any number of any kept kind, each once; empty gives an empty answer without a round
     * @return a state for every key
     * @throws TargetException if the back-end cannot be used
     */
    Map<ObjectKey, RosterState> read(Collection<ObjectKey> keys);

    /**
     * Which groups these people, or resource groups these resources, are listed in; the primary group is left out.
     * Whoever is to be deleted has to go from these first.
     *
     * @param members any number of people and resources, each once; none of them needs to exist
     * @return for every one of them the keys of what it is in; mostly none
     * @throws TargetException if the back-end cannot be used
     */
    Map<ObjectKey, Set<ObjectKey>> membershipsOf(Collection<ObjectKey> members);

    /**
     * Does what is planned, one write per object. Repeating a call is safe: what is there as planned is done. An object
     * whose plan names somebody unknown as a coming member fails as a whole ({@code MEMBER_UNKNOWN}) where the back-end
     * needs members to exist.
     *
     * @param plans at most one per object, of any kept kind; empty gives an empty answer without a round
     * @return an outcome for every plan's key
     * @throws TargetException if the back-end cannot be used; some of the plans may have been applied
     */
    Map<ObjectKey, StepOutcome> apply(List<? extends RosterPlan> plans);
}
