package dev.muster.model;

/** What is to become of the directory's object of one shared account. Applying any of them twice is applying it once. */
public sealed interface AccountEntryPlan {
    ObjectKey key();

    /** What asked for it, for messages. */
    Origin origin();

    /** Make the object whole: all of it, or what is missing of it where it is there under the same primary address. */
    record Create(Origin origin, AccountEntry wanted) implements AccountEntryPlan {
        @Override
        public ObjectKey key() {
            return wanted.account();
        }
    }

    /**
     * Write what is different between the two and nothing else: values and members that are in neither stay.
     *
     * @param before as it was read
     * @param after as it is to be; of the same account
     */
    record Change(Origin origin, AccountEntry before, AccountEntry after) implements AccountEntryPlan {
        /** @throws IllegalArgumentException if they are of two accounts: the key never changes */
        public Change {
            if (!before.account().equals(after.account())) {
                throw new IllegalArgumentException(before.account() + " cannot become " + after.account() + ".");
            }
        }

        @Override
        public ObjectKey key() {
            return after.account();
        }
    }

    /** Remove the object, never its members or its mail. One that is gone already is no trouble. */
    record Delete(Origin origin, ObjectKey key) implements AccountEntryPlan {}
}
