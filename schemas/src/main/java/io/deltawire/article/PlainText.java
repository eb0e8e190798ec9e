package io.deltawire.article;

import io.deltawire.article.BadArticleException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells text from bytes that are none. */
public final class PlainText {
    private PlainText() {}

    /** UTF-8, a byte order mark at its start dropped. */
    public static String decode(ByteBuffer bytes) throws BadArticleException {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) == 0) {
                throw new BadArticleException(Reason.BINARY, "binary data, not text");
            }
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes.duplicate())
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadArticleException(Reason.MIS_ENCODED, "not UTF-8");
        }
    }

    /**
     * Passes text on that has no NUL, no half of a surrogate pair (it cannot be written as UTF-8), and no more than one
     * control or replacement character in twenty.
     */
    public static String checked(String text) throws BadArticleException {
        int control = 0;
        int replaced = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new BadArticleException(Reason.BINARY, "binary data, not text");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new BadArticleException(Reason.MIS_ENCODED, "half of a surrogate pair");
            }
            control += Character.isISOControl(c) && !Character.isWhitespace(c) ? 1 : 0;
            replaced += c == '\uFFFD' ? 1 : 0;
        }
        if (control > text.length() / 20) {
            throw new BadArticleException(Reason.BINARY, "binary data, not text");
        }
        if (replaced > text.length() / 20) {
            throw new BadArticleException(Reason.MIS_ENCODED, "characters lost in an earlier conversion");
        }
        return text;
    }
}
