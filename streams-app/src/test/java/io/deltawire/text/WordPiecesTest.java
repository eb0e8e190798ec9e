package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final WordPieces PIECES = new WordPieces(resource());

    private static InputStream resource() {
        try {
            return new GZIPInputStream(
                    WordPieces.class.getResourceAsStream("/io/deltawire/text/en/word-pieces.txt.gz"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void cutsAsTheModelsOwnTokenizerDoes() {
        WordPieces.Cut cut = PIECES.cut("Türkiye's toll rose to 1,204 — officials said.");
        assertThat(cut.ids())
                .containsExactly(
                        22883, 28008, 2063, 1005, 1055, 9565, 3123, 2000, 1015, 1010, 19627, 1517, 4584, 2056, 1012);
        assertThat(cut.begins()).containsExactly(0, 4, 6, 7, 8, 10, 15, 20, 23, 24, 25, 29, 31, 41, 45);
        assertThat(cut.ends()).containsExactly(4, 6, 7, 8, 9, 14, 19, 22, 24, 25, 28, 30, 40, 45, 46);
        assertThat(PIECES.cut("Unbefahrbarkeitsgrad 地震 ok").ids())
                .containsExactly(4895, 4783, 7011, 8093, 8237, 29501, 3215, 16307, 1802, 100, 7929);
    }

    @Test
    void whatIsTooLongIsOneUnknownPiece() {
        assertThat(PIECES.cut("x".repeat(120)).ids()).containsExactly(PIECES.id("[UNK]"));
        assertThat(PIECES.cut(" \n\t").size()).isZero();
        assertThat(PIECES.cut("\u0301\u0301").size()).isZero();
    }

    @Test
    void aVocabularyWithoutAnUnknownPieceIsRefused() {
        InputStream words = new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new WordPieces(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[UNK]");
    }
}
