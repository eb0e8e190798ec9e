package io.deltawire.story;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a piece: numbers in as few bytes as they need (LEB128, zigzag), strings as UTF-8 behind their length. */
final class PieceWriter {
    private byte[] bytes = new byte[256];
    private int size;

    PieceWriter unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            raw((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        return raw((int) rest);
    }

    PieceWriter signed(long value) {
        return unsigned((value << 1) ^ (value >> 63));
    }

    PieceWriter text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        unsigned(encoded.length);
        return raw(encoded);
    }

    PieceWriter flag(boolean value) {
        return raw(value ? 1 : 0);
    }

    /** Ascending keys as differences: half the size of plain ones. */
    PieceWriter ascending(int[] keys) {
        unsigned(keys.length);
        long before = Integer.MIN_VALUE;
        for (int key : keys) {
            unsigned(key - before);
            before = key;
        }
        return this;
    }

    PieceWriter raw(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    PieceWriter raw(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    byte[] piece() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
