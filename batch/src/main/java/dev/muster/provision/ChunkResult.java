package dev.muster.provision;

import dev.muster.ledger.ObjectOutcome;
import dev.muster.ledger.RecordedClaim;
import java.util.List;

/**
 * What is to be recorded after a chunk, all at once.
 *
 * @param outcomes one per assignment, in no particular order
 * @param claims what was given to people whose plans were applied, where it differs from what is recorded
 */
public record ChunkResult(List<ObjectOutcome> outcomes, List<RecordedClaim> claims) {
    public ChunkResult {
        outcomes = List.copyOf(outcomes);
        claims = List.copyOf(claims);
    }
}
