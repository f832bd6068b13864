package dev.muster.input;

import java.util.Arrays;

/** The keys of all rows as 64-bit hashes in one primitive array: 40 MB for a million people with two aliases each. */
final class KeyHashes {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] hashes = new long[1_024];
    private int size;

    void add(RowKey key) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size + (size >> 1));
        }
        hashes[size++] = key.hash();
    }

    /** The hashes that occur more than once, sorted, each once. */
    long[] shared() {
        Arrays.sort(hashes, 0, size);
        int found = 0;
        for (int index = 1; index < size; index++) {
            long hash = hashes[index];
            if (hash == hashes[index - 1] && (found == 0 || hashes[found - 1] != hash)) {
                hashes[found++] = hash;
            }
        }
        long[] shared = Arrays.copyOf(hashes, found);
        hashes = new long[1];
        size = 0;
        return shared;
    }

    static long hash(String value, long seed) {
        long hash = mixed(seed * MULTIPLIER + value.length());
        for (int index = 0; index < value.length(); index++) {
            hash = (hash ^ value.charAt(index)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return mixed(hash);
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }
}
