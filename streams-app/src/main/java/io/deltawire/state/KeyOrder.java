package io.deltawire.state;

import java.util.Comparator;

/**
 * Order of keys by code point, which is the byte order of their UTF-8 form, so that a sorted map visits pieces as a state
 * store does. String's own order puts U+10000 and above before U+E000.
 */
enum KeyOrder implements Comparator<String> {
    CODE_POINTS;

    @Override
    public int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
                return surrogates ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
