package io.deltawire.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StagedPiecesTest {
    private MapPieces kept;
    private StagedPieces staged;

    @BeforeEach
    void open() {
        kept = new MapPieces();
        kept.put("a1", bytes("old"));
        kept.put("b1", bytes("old"));
        staged = new StagedPieces(kept);
    }

    @Test
    void stagedWritesAreSeenAtOnceAndKeptTogether() {
        staged.put("a2", bytes("new"));
        staged.delete("a1");
        assertThat(staged.get("a1")).isNull();
        assertThat(staged.get("a2")).isEqualTo(bytes("new"));
        assertThat(keys(staged, "a")).containsExactly("a2");
        assertThat(keys(kept, "a")).containsExactly("a1");
        staged.keep();
        assertThat(keys(kept, "a")).containsExactly("a2");
    }

    @Test
    void droppedWritesLeaveNoTrace() {
        staged.put("a1", bytes("new"));
        staged.delete("b1");
        staged.drop();
        assertThat(staged.get("a1")).isEqualTo(bytes("old"));
        assertThat(keys(staged, "")).containsExactly("a1", "b1");
    }

    @Test
    void aPieceOfNoBytesIsAPiece() {
        staged.put("a1", new byte[0]);
        assertThat(staged.get("a1")).isEmpty();
        staged.keep();
        assertThat(kept.get("a1")).isEmpty();
    }

    @Test
    void prefixesPartAStore() {
        Pieces en = new PrefixedPieces("en\u0000", kept);
        Pieces eng = new PrefixedPieces("eng\u0000", kept);
        en.put("x", bytes("1"));
        eng.put("y", bytes("2"));
        assertThat(keys(en, "")).containsExactly("x");
        assertThat(keys(eng, "")).containsExactly("y");
    }

    /** A sorted map must visit keys as a state store does, which orders them by their bytes. */
    @Property
    void keysAreVisitedInTheOrderOfTheirBytes(@ForAll List<String> keys) {
        MapPieces pieces = new MapPieces();
        Map<String, byte[]> byBytes = new TreeMap<>((a, b) -> java.util.Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
        keys.stream().filter(StagedPiecesTest::wellFormed).forEach(key -> {
            pieces.put(key, bytes("x"));
            byBytes.put(key, bytes("x"));
        });
        assertThat(keys(pieces, "")).containsExactlyElementsOf(byBytes.keySet());
    }

    private static boolean wellFormed(String key) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(key);
    }

    private static List<String> keys(Pieces pieces, String prefix) {
        List<String> keys = new ArrayList<>();
        pieces.scan(prefix, (key, piece) -> keys.add(key));
        return keys;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
