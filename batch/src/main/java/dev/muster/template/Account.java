package dev.muster.template;

import dev.muster.model.Field;
import java.util.List;
import java.util.Map;

/**
 * One {@code <account>} of {@code Accounts.xml}.
 *
 * @param condition whom it is for
 * @param patterns what a field gets where the feed says nothing: the first pattern that can be filled
 * @param password empty where it says nothing about passwords, else one policy
 */
record Account(Account.Condition condition, Map<Field, List<ValuePattern>> patterns, List<PasswordPolicy> password) {
    /** Whom an account is for. */
    sealed interface Condition {
        record Everybody() implements Condition {}

        /** People with this value in this column, in any case. */
        record Column(Field field, String value) implements Condition {}
    }

    Account {
        patterns = Map.copyOf(patterns);
        password = List.copyOf(password);
    }

    boolean isForEverybody() {
        return condition instanceof Condition.Everybody;
    }
}
