package io.deltawire.entity;

import java.util.Arrays;

/** Feature hashes under construction: a template's name mixed with the values that fill it. */
final class Features {
    private int[] hashes = new int[48];
    private int size;

    void add(String template, String value) {
        put(mix(template.hashCode() * 31 + value.hashCode()));
    }

    void add(String template, int value) {
        put(mix(template.hashCode() * 31 + value));
    }

    void add(String template, boolean value) {
        put(mix(template.hashCode() * 31 + Boolean.hashCode(value)));
    }

    void add(String template, String one, String two) {
        put(mix(mix(template.hashCode() * 31 + one.hashCode()) * 31 + two.hashCode()));
    }

    void add(String template, int one, int two) {
        put(mix(mix(template.hashCode() * 31 + one) * 31 + two));
    }

    void add(String template, int one, int two, String three) {
        int both = mix(mix(template.hashCode() * 31 + one) * 31 + two);
        put(mix(both * 31 + three.hashCode()));
    }

    private void put(int hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash;
    }

    int[] toArray() {
        return Arrays.copyOf(hashes, size);
    }

    /** Finaliser of MurmurHash3, for an even spread of the low bits. */
    private static int mix(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
