package dev.muster.legacy;

import dev.muster.model.Claims;
import dev.muster.model.UserName;
import dev.muster.provision.ClaimBook;
import java.util.Optional;

/** The claims of one call: what planning saves is kept back until {@link #commit()}. For one thread. */
interface CallClaims extends ClaimBook {
    /** What is recorded of the person of that name, whatever source she came from. */
    Optional<Claims> of(UserName name);

    /**
     * Marks that somebody's deletion is begun. A mailbox that is kept is remembered as hers.
     *
     * @param keptFor as in {@link #giveUp}
     */
    void leave(UserName name, Optional<String> keptFor);

    /** Whether somebody's deletion was begun, and never came to its end. */
    boolean isLeaving(UserName name);

    /**
     * Forgets what was decided for somebody who was deleted. A mailbox that was kept is remembered as hers.
     *
     * @param keptFor the key value of who had it, empty text if she had none; empty if no mailbox was kept
     */
    void giveUp(UserName name, Optional<String> keptFor);

    /**
     * Records what was saved.
     *
     * @throws dev.muster.site.RefusalException CONFLICT if somebody else claimed the same meanwhile
     */
    void commit();

    /** Takes back what this call recorded for the first time. */
    void forget();
}
