package io.deltawire.story;

/** Terms and facet values as 32-bit keys: no dictionary has to be kept, and two of a million terms meet once in four thousand. */
final class Keys {
    private Keys() {}

    /** Key of a value within a kind: FNV-1a over 64 bits, folded and mixed. */
    static int of(char kind, String value) {
        long hash = (0xcbf29ce484222325L ^ kind) * 0x100000001b3L;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
        }
        int folded = mix((int) (hash ^ (hash >>> 32)));
        return folded == 0 ? 1 : folded;
    }

    /** Finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
    static int mix(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
