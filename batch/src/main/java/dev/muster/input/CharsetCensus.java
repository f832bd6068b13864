package dev.muster.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Counts over all bytes of a feed what speaks for which charset. A whole file is looked at, because the first name
 * beyond ASCII may stand on its last line; one wrong byte among many right ones does not make UTF-8 a Windows-1252.
 */
final class CharsetCensus {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEAD = 1_024;

    private final byte[] head = new byte[HEAD];
    private int headLength;
    private long letters;
    private long faults;
    private int missing;

    void add(byte[] bytes, int length) {
        int wanted = Math.min(HEAD - headLength, length);
        System.arraycopy(bytes, 0, head, headLength, wanted);
        headLength += wanted;
        for (int index = 0; index < length; index++) {
            if (missing != 0 || bytes[index] < 0) {
                count(bytes[index] & 0xFF);
            }
        }
    }

    private void count(int octet) {
        boolean follows = (octet & 0xC0) == 0x80;
        if (missing > 0 && follows) {
            missing--;
            letters += missing == 0 ? 1 : 0;
            return;
        }
        faults += missing > 0 || follows ? 1 : 0;
        missing = follow(octet);
        faults += octet >= 0xF8 ? 1 : 0;
    }

    private static int follow(int octet) {
        if (octet < 0xC2 || octet >= 0xF8) {
            return 0;
        }
        if (octet >= 0xF0) {
            return 3;
        }
        return octet >= 0xE0 ? 2 : 1;
    }

    boolean empty() {
        return headLength == 0;
    }

    /** Whether this is a ZIP archive, as every spreadsheet's own file is. */
    boolean archive() {
        return begins('P', 'K', 3, 4);
    }

    /** The most likely charset. */
    Charset charset() {
        if (begins(0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (begins(0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        return withoutMark();
    }

    private Charset withoutMark() {
        long even = zeros(0);
        long odd = zeros(1);
        if (even + odd > headLength / 8) {
            return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        return faults == 0 || letters > faults ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private boolean begins(int... octets) {
        byte[] mark = new byte[octets.length];
        for (int index = 0; index < octets.length; index++) {
            mark[index] = (byte) octets[index];
        }
        return headLength >= mark.length && Arrays.equals(mark, Arrays.copyOf(head, mark.length));
    }

    private long zeros(int offset) {
        long zeros = 0;
        for (int index = offset; index < headLength; index += 2) {
            zeros += head[index] == 0 ? 1 : 0;
        }
        return zeros;
    }
}
