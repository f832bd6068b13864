package dev.muster.target;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One back-end. Implementations are thread-safe, bound every call by a deadline, and retry single idempotent protocol
 * calls themselves; no caller retries. An object's trouble is a value in the answer; only a back-end that cannot be
 * used at all is a {@link TargetException}, and once it is thrown nothing of the call still writes.
 */
public interface Target extends AutoCloseable {
    TargetName name();

    /** Whether it answers without waiting for anybody, so that several need not be asked side by side. */
    default boolean isInMemory() {
        return false;
    }

    /**
     * Whether this target stores the field, so that a {@link TargetState.Present} without it means: no value. Passwords
     * are kept where they can be written, though never read.
     *
     * @throws TargetException if the back-end has to be asked (for its schema) and cannot be used
     */
    boolean keeps(Field field);

    /**
     * Asks the back-end once, and writes nothing, so that one that is away is noticed before anything is planned.
     *
     * @throws TargetException if the back-end cannot be used
     */
    default void requireUsable() {
        keeps(Field.MAIL);
    }

    /**
     * What is there, in as few rounds as the protocol allows.
     *
     * @param keys any number, each once; empty gives an empty answer without a round
     * @return a state for every key
     * @throws TargetException if the back-end cannot be used
     */
    Map<ObjectKey, TargetState> read(List<ObjectKey> keys);

    /**
     * Does what is planned. Repeating a call is safe: what is there as planned is done.
     *
     * @param plans at most one per object; empty gives an empty answer without a round
     * @return an outcome for every plan's key
     * @throws TargetException if the back-end cannot be used; some of the plans may have been applied
     */
    Map<ObjectKey, StepOutcome> apply(List<? extends TargetPlan> plans);

    /** The groups and resources of this back-end; empty where it has neither. */
    default Optional<Roster> roster() {
        return Optional.empty();
    }

    /** The shared mail accounts of this back-end's members; empty where it keeps none. */
    default Optional<SharedAccounts> sharedAccounts() {
        return Optional.empty();
    }

    /** The directory's objects of shared accounts; empty where this back-end is no directory. */
    default Optional<AccountEntries> accountEntries() {
        return Optional.empty();
    }

    /** Closes every connection. Nothing may be called afterwards. */
    @Override
    void close();
}
