package dev.muster.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is recorded of a shared account.
 *
 * @param source which source gave it; no other changes it
 * @param claimed whether it is recorded at all; then what is there under its key was made for it
 * @param applied how it was last wanted and carried out, without passwords; empty = it was only planned so far
 * @param granted who was let in
 * @param passwordDigest a keyed hash of its passwords; empty = none
 */
public record AccountRecord(
        String source,
        boolean claimed,
        Optional<AccountSpec> applied,
        Map<ObjectKey, Grant> granted,
        String passwordDigest) {
    public AccountRecord {
        granted = Collections.unmodifiableMap(new LinkedHashMap<>(granted));
    }

    /** Nothing yet. */
    public static AccountRecord blank(String source) {
        return new AccountRecord(source, false, Optional.empty(), Map.of(), "");
    }
}
