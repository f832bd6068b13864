package dev.muster.plan;

import dev.muster.model.Field;
import java.util.List;
import java.util.Map;

/**
 * What this source gave a person the last time.
 *
 * @param recorded whether this source has made or adopted the person before
 * @param given the values it gave to multi-valued fields; it rules over these only
 * @param passwordDigest a keyed hash of the password it gave; empty if it gave none
 */
public record LastApplied(boolean recorded, Map<Field, List<String>> given, String passwordDigest) {
    public LastApplied {
        given = Map.copyOf(given);
    }

    public static LastApplied never() {
        return new LastApplied(false, Map.of(), "");
    }
}
