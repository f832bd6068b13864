package dev.muster.template;

import static java.nio.ByteOrder.BIG_ENDIAN;

import dev.muster.model.Claims;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import java.nio.ByteBuffer;
import java.util.List;

/** Where the password of a person comes from about whom the feed does not say one. */
sealed interface PasswordPolicy {
    /** What is to be done about the password; the same at every call with the same claims and key. */
    Password password(Claims claims, SiteKey key);

    /** From the feed alone: without one there, nothing is said about it. */
    record FromFeed() implements PasswordPolicy {
        @Override
        public Password password(Claims claims, SiteKey key) {
            return new Password.Keep();
        }
    }

    /**
     * Derived from the site key, never stored.
     *
     * @param length in characters, at least as many as there are sets
     * @param sets sets of characters; each gives at least one
     */
    record Generated(int length, List<String> sets) implements PasswordPolicy {
        public Generated {
            sets = List.copyOf(sets);
        }

        @Override
        public Password password(Claims claims, SiteKey key) {
            String identity = claims.source() + "\n" + claims.identity() + "\n" + claims.generation();
            byte[] bytes = key.derive("generated-password", identity, 2 * length * Integer.BYTES);
            ByteBuffer random = ByteBuffer.wrap(bytes).order(BIG_ENDIAN);
            StringBuilder password = new StringBuilder();
            for (int i = 0; i < length; i++) {
                String from = i < sets.size() ? sets.get(i) : String.join("", sets);
                password.append(from.charAt(below(from.length(), random)));
            }
            return new Password.Clear(Secret.of(shuffled(password, random)));
        }

        private static String shuffled(StringBuilder password, ByteBuffer random) {
            for (int i = password.length(); i > 1; i--) {
                int other = below(i, random);
                char last = password.charAt(i - 1);
                password.setCharAt(i - 1, password.charAt(other));
                password.setCharAt(other, last);
            }
            return password.toString();
        }

        /** 32 bits for fewer than 1024 choices: the favour to the lower ones is below 1 in 4 million. */
        private static int below(int bound, ByteBuffer random) {
            return Integer.remainderUnsigned(random.getInt(), bound);
        }
    }
}
