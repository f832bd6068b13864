package dev.muster.ledger;

import dev.muster.model.Claims;
import dev.muster.model.Field;
import java.util.List;
import java.util.Map;

/**
 * A claim as it is recorded, with what was given at the same time.
 *
 * @param claims what was decided
 * @param given the values that this source gave to fields that may hold those of others as well, such as aliases
 * @param passwordDigest the keyed hash of the password that it gave; empty if none
 */
public record RecordedClaim(Claims claims, Map<Field, List<String>> given, String passwordDigest) {
    public RecordedClaim {
        given = Map.copyOf(given);
    }
}
