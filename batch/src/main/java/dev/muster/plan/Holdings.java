package dev.muster.plan;

import java.util.List;
import java.util.Map;

/**
 * Who holds what today, over all targets and all claims.
 *
 * @param addresses folded address to its holders
 * @param keys value of the key attribute to its holders
 * @param mailboxes folded user name to the key value of somebody deleted whose mailbox was kept; empty if she had none
 */
public record Holdings(
        Map<String, List<Holder>> addresses, Map<String, List<Holder>> keys, Map<String, String> mailboxes) {
    /**
     * @param name a user name, or a description of what is no user
     * @param where the target's name, or {@code claims}
     */
    public record Holder(String name, String where, boolean user) {
        boolean is(String userName) {
            return user && name.equalsIgnoreCase(userName);
        }

        @Override
        public String toString() {
            return name + " (" + where + ")";
        }
    }

    /** Nobody holds anything. */
    public static Holdings none() {
        return new Holdings(Map.of(), Map.of(), Map.of());
    }
}
