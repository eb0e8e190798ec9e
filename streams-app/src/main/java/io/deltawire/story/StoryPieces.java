package io.deltawire.story;

import io.deltawire.state.Pieces;
import java.util.function.Consumer;

/**
 * Stories as pieces: {@code s/<story>} the header, {@code m/<story>\0<seq>} each member. An article writes its own member, the
 * header of its story, and what it moved or retired.
 */
final class StoryPieces {
    private static final int VERSION = 3;
    private static final String HEADER = "s/";
    private static final String MEMBER = "m/";
    /** Stands for a source key that is the source. */
    private static final String SAME = "=";

    private static final int SEQ_DIGITS = 8;

    /** Facets that every member has; those added since follow, where builds of before leave them unread. */
    private static final int FACETS_AT_FIRST = Facet.FIGURE.index;

    private final Pieces pieces;

    StoryPieces(Pieces pieces) {
        this.pieces = pieces;
    }

    void write(Story story) {
        PieceWriter out = new PieceWriter().raw(VERSION);
        out.text(story.id)
                .text(story.desk)
                .unsigned(story.number)
                .signed(story.openedAt)
                .text(story.predecessor);
        out.text(story.state.name())
                .text(story.redirect)
                .signed(story.updatedAt)
                .signed(story.endedAt);
        out.flag(story.outlived).unsigned(story.nextSeq);
        out.text(story.title).text(story.leadArticle);
        out.unsigned(story.entities.size());
        for (Digest.EntityWeight entity : story.entities) {
            out.text(entity.id()).text(entity.name()).text(entity.type());
            out.flag(entity.inTitle()).flag(entity.inLead()).unsigned(entity.mentions());
        }
        pieces.put(HEADER + story.id, out.piece());
    }

    void delete(Story story) {
        story.members.forEach(this::delete);
        pieces.delete(HEADER + story.id);
    }

    void write(Entry entry) {
        pieces.put(key(entry.story.id, entry.seq), encode(entry.member));
    }

    void delete(Entry entry) {
        delete(entry.story.id, entry.seq);
    }

    void delete(String storyId, int seq) {
        pieces.delete(key(storyId, seq));
    }

    private static String key(String storyId, int seq) {
        String hex = Integer.toHexString(seq);
        return MEMBER + storyId + "\0" + "0".repeat(SEQ_DIGITS - hex.length()) + hex;
    }

    /** Reads all headers, in the order of their keys. */
    void stories(Consumer<Story> visitor) {
        pieces.scan(HEADER, (key, piece) -> {
            PieceReader in = new PieceReader(piece);
            version(in);
            Story story = new Story(in.text(), in.text(), in.unsigned(), in.signed(), in.text());
            story.state = StoryView.State.valueOf(in.text());
            story.redirect = in.text();
            story.updatedAt = in.signed();
            story.endedAt = in.signed();
            story.outlived = in.flag();
            story.nextSeq = in.count();
            story.title = in.text();
            story.leadArticle = in.text();
            for (int left = in.count(); left > 0; left--) {
                story.entities.add(
                        new Digest.EntityWeight(in.text(), in.text(), in.text(), in.flag(), in.flag(), in.count()));
            }
            visitor.accept(story);
        });
    }

    /** A member as it is read: in which story, and where. */
    record Placed(String storyId, int seq, Member member) {}

    /** Reads all members, story by story, oldest first. */
    void members(Consumer<Placed> visitor) {
        pieces.scan(MEMBER, (key, piece) -> visitor.accept(placed(key, piece)));
    }

    private static Placed placed(String key, byte[] piece) {
        int end = key.length() - SEQ_DIGITS;
        return new Placed(
                key.substring(MEMBER.length(), end - 1), Integer.parseInt(key.substring(end), 16), decode(piece));
    }

    private static byte[] encode(Member member) {
        PieceWriter out = new PieceWriter().raw(VERSION);
        out.text(member.articleId())
                .text(member.source())
                .text(member.sourceKey().equals(member.source()) ? SAME : member.sourceKey())
                .text(member.duplicateOf());
        out.signed(member.publishedAt())
                .signed(member.effective() - member.publishedAt())
                .unsigned(member.words());
        out.text(member.title());
        out.raw(member.signature().length).raw(member.signature());
        write(out, member.terms());
        write(out, member.lead());
        for (int[] keys : member.facets()) {
            out.ascending(keys);
        }
        return out.piece();
    }

    private static Member decode(byte[] piece) {
        PieceReader in = new PieceReader(piece);
        version(in);
        String articleId = in.text();
        String source = in.text();
        String sourceKey = in.text();
        String duplicateOf = in.text();
        long publishedAt = in.signed();
        long effective = publishedAt + in.signed();
        int words = in.count();
        String title = in.text();
        byte[] signature = in.raw(in.raw());
        Vector terms = vector(in);
        Vector lead = vector(in);
        int[][] facets = Member.NO_FACETS.clone();
        for (int f = 0; f < FACETS_AT_FIRST; f++) {
            facets[f] = in.ascending();
        }
        if (!in.more()) {
            // days of before are keys that say nothing of how far apart they are
            facets[Facet.DAY.index] = Member.NO_FACETS[Facet.DAY.index];
        }
        for (int f = FACETS_AT_FIRST; f < facets.length && in.more(); f++) {
            facets[f] = in.ascending();
        }
        return new Member(
                articleId,
                source,
                sourceKey.equals(SAME) ? source : sourceKey,
                duplicateOf,
                publishedAt,
                effective,
                words,
                title,
                terms,
                lead,
                facets,
                signature);
    }

    private static void write(PieceWriter out, Vector vector) {
        out.ascending(vector.keys()).raw(vector.weights());
    }

    private static Vector vector(PieceReader in) {
        int[] keys = in.ascending();
        return new Vector(keys, in.raw(keys.length));
    }

    private static void version(PieceReader in) {
        int version = in.raw();
        if (version != VERSION) {
            throw new IllegalStateException("Story state of version " + version + ", expected " + VERSION);
        }
    }
}
