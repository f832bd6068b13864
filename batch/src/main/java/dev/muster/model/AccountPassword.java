package dev.muster.model;

/** A password of a shared account: as an administrator gave it, or in the groupware's own form. */
public sealed interface AccountPassword {
    /** Whether there is a password at all; an empty one is kept as such. */
    boolean isEmpty();

    /** As it was given. */
    record Clear(Secret secret) implements AccountPassword {
        @Override
        public boolean isEmpty() {
            return secret.reveal().isEmpty();
        }
    }

    /** As it was found in the groupware: encrypted, and good for every member there. */
    record Stored(Secret form) implements AccountPassword {
        @Override
        public boolean isEmpty() {
            return form.reveal().isEmpty();
        }
    }
}
