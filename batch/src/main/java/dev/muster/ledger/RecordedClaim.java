package dev.muster.ledger;

import dev.muster.model.Claims;
import java.util.List;

/**
 * A claim as it is recorded, with what was given at the same time.
 *
 * @param claims what was decided
 * @param givenAliases the aliases that this source gave
 * @param passwordDigest the keyed hash of the password that it gave; empty if none
 */
public record RecordedClaim(Claims claims, List<String> givenAliases, String passwordDigest) {
    public RecordedClaim {
        givenAliases = List.copyOf(givenAliases);
    }
}
