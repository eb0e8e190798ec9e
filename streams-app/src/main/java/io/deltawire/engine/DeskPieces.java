package io.deltawire.engine;

import io.deltawire.state.Pieces;
import io.deltawire.state.PrefixedPieces;
import io.deltawire.state.StagedPieces;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One engine of one desk with its part of the partition's store. Writes are kept or dropped by article; after a failure the
 * engine is opened anew on what was kept.
 */
final class DeskPieces<E> {
    /** Under this key stands which desks there are; no desk's own prefix begins with it. */
    private static final String DESKS = "\u0000";

    private final StagedPieces pieces;
    private final Function<Pieces, E> opener;
    private E engine;

    private DeskPieces(StagedPieces pieces, Function<Pieces, E> opener) {
        this.pieces = pieces;
        this.opener = opener;
        this.engine = opener.apply(pieces);
    }

    static <E> DeskPieces<E> open(String desk, Pieces store, Function<Pieces, E> opener) {
        if (store.get(DESKS + desk) == null) {
            store.put(DESKS + desk, new byte[] {1});
        }
        return new DeskPieces<>(new StagedPieces(new PrefixedPieces(desk + "\u0000", store)), opener);
    }

    /** Visits the names of all desks that were ever opened on a store. */
    static void scan(Pieces store, BiConsumer<String, byte[]> visitor) {
        store.scan(DESKS, (key, piece) -> visitor.accept(key.substring(DESKS.length()), piece));
    }

    E engine() {
        return engine;
    }

    void keep() {
        pieces.keep();
    }

    void drop() {
        pieces.drop();
        engine = opener.apply(pieces);
    }
}
