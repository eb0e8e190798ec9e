package io.deltawire.story;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link PieceWriter} wrote, in the same order. */
final class PieceReader {
    private final byte[] bytes;
    private int at;

    PieceReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether anything is left to read. */
    boolean more() {
        return at < bytes.length;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    int count() {
        return Math.toIntExact(unsigned());
    }

    long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    String text() {
        int length = count();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    boolean flag() {
        return bytes[at++] != 0;
    }

    int raw() {
        return bytes[at++] & 0xff;
    }

    int[] ascending() {
        int[] keys = new int[count()];
        long before = Integer.MIN_VALUE;
        for (int i = 0; i < keys.length; i++) {
            before += unsigned();
            keys[i] = (int) before;
        }
        return keys;
    }

    byte[] raw(int length) {
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }
}
