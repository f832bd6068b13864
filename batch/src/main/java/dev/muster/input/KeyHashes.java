package dev.muster.input;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The keys of all rows as 64-bit hashes in primitive arrays: 12 bytes a key, 60 MB for a million people with two aliases
 * each, and 40 MB more while they are compared.
 */
final class KeyHashes {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] hashes = new long[1_024];
    private int[] rows = new int[1_024];
    private int size;

    /** @param row the ordinal of the row that has the key */
    void add(RowKey key, int row) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size + (size >> 1));
            rows = Arrays.copyOf(rows, hashes.length);
        }
        rows[size] = row;
        hashes[size++] = key.hash();
    }

    /** The hashes that occur more than once, sorted, each once. */
    long[] shared() {
        long[] sorted = Arrays.copyOf(hashes, size);
        Arrays.sort(sorted);
        int found = 0;
        for (int index = 1; index < size; index++) {
            long hash = sorted[index];
            if (hash == sorted[index - 1] && (found == 0 || sorted[found - 1] != hash)) {
                sorted[found++] = hash;
            }
        }
        return Arrays.copyOf(sorted, found);
    }

    /** The ordinals of the rows that have one of these hashes. */
    BitSet rowsWith(long[] shared) {
        BitSet found = new BitSet();
        for (int index = 0; index < size; index++) {
            if (Arrays.binarySearch(shared, hashes[index]) >= 0) {
                found.set(rows[index]);
            }
        }
        return found;
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
