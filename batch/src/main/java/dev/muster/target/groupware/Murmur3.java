package dev.muster.target.groupware;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * MurmurHash3 x64 128 with seed 0 (Austin Appleby, public domain): the groupware's first step from its key to a key for
 * Argon2. No cryptographic hash.
 */
final class Murmur3 {
    private static final int BLOCK = 16;
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long h1;
    private long h2;

    private Murmur3() {}

    /** 16 bytes, the lower half first, little endian. */
    static byte[] hash(byte[] data) {
        Murmur3 state = new Murmur3();
        int whole = data.length - data.length % BLOCK;
        ByteBuffer blocks = ByteBuffer.wrap(data, 0, whole).order(ByteOrder.LITTLE_ENDIAN);
        while (blocks.hasRemaining()) {
            state.block(blocks.getLong(), blocks.getLong());
        }
        ByteBuffer tail =
                ByteBuffer.wrap(Arrays.copyOfRange(data, whole, whole + BLOCK)).order(ByteOrder.LITTLE_ENDIAN);
        state.tail(tail.getLong(), tail.getLong());
        return state.finish(data.length);
    }

    private void block(long k1, long k2) {
        tail(k1, 0);
        h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
        tail(0, k2);
        h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }

    private void tail(long k1, long k2) {
        h1 ^= Long.rotateLeft(k1 * C1, 31) * C2;
        h2 ^= Long.rotateLeft(k2 * C2, 33) * C1;
    }

    private byte[] finish(int length) {
        h1 ^= length;
        h2 ^= length;
        h1 += h2;
        h2 += h1;
        h1 = mixed(h1);
        h2 = mixed(h2);
        h1 += h2;
        h2 += h1;
        return ByteBuffer.allocate(BLOCK)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(h1)
                .putLong(h2)
                .array();
    }

    private static long mixed(long half) {
        long mixed = (half ^ half >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
