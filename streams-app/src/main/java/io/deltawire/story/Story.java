package io.deltawire.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A story in memory. Its header and its members are pieces of their own; the tallies follow from the indexed members. */
final class Story {
    /** Facets of which a story's core is looked at. */
    static final Facet[] CORE = {
        Facet.PERSON, Facet.PLACE, Facet.ORGANISATION, Facet.NAME, Facet.LEAD_NAME, Facet.TITLE_NAME
    };

    final String id;
    final String desk;
    /** Order of opening within the engine: settles ties, the same after a restart. */
    final long number;

    final long openedAt;
    final String predecessor;
    final List<Entry> members = new ArrayList<>();
    final Tally terms = new Tally();
    final Tally lead = new Tally();
    final Tally facets = new Tally();
    final List<Digest.EntityWeight> entities = new ArrayList<>();

    StoryView.State state = StoryView.State.OPEN;
    String redirect = "";
    long updatedAt;
    /** When it closed or merged, milliseconds since 1970; 0 while open. */
    long endedAt;
    /** Title and lead article as last chosen. */
    String title = "";

    String leadArticle = "";
    /** It closed because of its age and not for want of news: what follows is a successor. */
    boolean outlived;

    /** When it ends or is forgotten next, as the clock has it. */
    long deadline;
    /** Stories that went up in this one. */
    final List<Story> absorbed = new ArrayList<>();

    int nextSeq;
    long wordsIndexed;
    /** Indexed members that say something of each facet. */
    final int[] telling = new int[Facet.ALL.length];

    /** Members in the index, in order. */
    final List<Entry> indexed = new ArrayList<>();

    int termsIndexed;
    /** Length of the sum of the term vectors. */
    double length;
    /** Length of the sum of the title vectors. */
    double leadLength;

    /** Keys that at least half of the indexed members have; found when asked for, dropped on any change. */
    Tally coreTerms = terms;

    Tally coreLead = lead;
    int[][] coreFacets = Member.NO_FACETS;
    boolean coreKnown;

    /** Members the index holds, and the number it knows the story by. */
    int slots;

    int home;

    /** Scratch of the query under way. */
    long query = -1;

    final Entry[] best = new Entry[3];
    final float[] cosines = new float[3];
    int bestCount;
    long scoreSum;

    Story(String id, String desk, long number, long openedAt, String predecessor) {
        this.id = id;
        this.desk = desk;
        this.number = number;
        this.openedAt = openedAt;
        this.predecessor = predecessor;
        this.updatedAt = openedAt;
    }

    /** Whether any indexed member says something of the facet. */
    boolean knows(Facet facet) {
        return telling[facet.index] > 0;
    }

    void findCore() {
        if (!coreKnown) {
            int half = (indexed.size() + 1) / 2;
            coreTerms = terms.common(half);
            coreLead = lead.common(half);
            coreFacets = new int[Facet.ALL.length][];
            for (Facet facet : CORE) {
                coreFacets[facet.index] = commonest(facet, (telling[facet.index] + 1) / 2);
            }
            coreKnown = true;
        }
    }

    private int[] commonest(Facet facet, int least) {
        int[] common = new int[0];
        int size = 0;
        for (Entry entry : indexed) {
            for (int key : entry.member.facet(facet)) {
                if (facets.countOf(key) >= least && !contains(common, size, key)) {
                    common = size == common.length ? Arrays.copyOf(common, 2 * size + 4) : common;
                    common[size++] = key;
                }
            }
        }
        int[] sorted = Arrays.copyOf(common, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private static boolean contains(int[] keys, int size, int key) {
        for (int i = 0; i < size; i++) {
            if (keys[i] == key) {
                return true;
            }
        }
        return false;
    }

    boolean open() {
        return state == StoryView.State.OPEN;
    }

    int size() {
        return members.size();
    }

    Entry first() {
        return members.get(0);
    }

    Entry last() {
        return members.get(members.size() - 1);
    }

    /** A story for comparison only, of some of this one's indexed members. */
    Story part(List<Entry> entries) {
        Story part = new Story(
                id,
                desk,
                number,
                entries.isEmpty() ? openedAt : entries.get(0).member.effective(),
                "");
        for (Entry entry : entries) {
            part.members.add(entry);
            part.updatedAt = Math.max(part.updatedAt, entry.member.effective());
            part.take(entry, key -> {});
        }
        return part;
    }

    /** Adds a member to the index's view of the story. */
    void take(Entry entry, Tally.Presence appeared) {
        Member member = entry.member;
        indexed.add(entry);
        termsIndexed += member.terms().size();
        wordsIndexed += member.words();
        terms.add(member.terms().keys(), member.terms().weights(), appeared);
        length = terms.length();
        lead.add(member.lead().keys(), member.lead().weights(), key -> {});
        leadLength = lead.length();
        facets.add(member.allFacets(), new byte[0], appeared);
        for (Facet facet : Facet.ALL) {
            telling[facet.index] += member.facet(facet).length > 0 ? 1 : 0;
        }
        coreKnown = false;
    }

    /** Takes a member out of the index's view of the story. */
    void drop(Entry entry, Tally.Presence left) {
        Member member = entry.member;
        terms.remove(member.terms().keys(), member.terms().weights(), left);
        length = terms.length();
        lead.remove(member.lead().keys(), member.lead().weights(), key -> {});
        leadLength = lead.length();
        facets.remove(member.allFacets(), new byte[0], left);
        for (Facet facet : Facet.ALL) {
            telling[facet.index] -= member.facet(facet).length > 0 ? 1 : 0;
        }
        indexed.remove(entry);
        termsIndexed -= member.terms().size();
        wordsIndexed -= member.words();
        coreKnown = false;
    }

    /** Cosine of a vector with the sum of the story's vectors. */
    float cosine(Vector vector, Tally tally, double tallyLength) {
        long sum = 0;
        int j = 0;
        int size = tally.size();
        for (int i = 0; i < vector.size(); i++) {
            int key = vector.keys()[i];
            while (j < size && tally.key(j) < key) {
                j++;
            }
            if (j < size && tally.key(j) == key) {
                sum += (long) vector.weight(i) * tally.sum(j);
            }
        }
        return tallyLength == 0 ? 0 : (float) (sum / (Vector.SCALE * tallyLength));
    }

    /** Keeps the entry among the three best scoring ones of the query under way; ties fall to the older member. */
    void offer(Entry entry, long queryNumber) {
        if (query != queryNumber) {
            query = queryNumber;
            bestCount = 0;
            scoreSum = 0;
        }
        scoreSum += entry.score;
        int at = bestCount;
        while (at > 0 && better(entry, best[at - 1])) {
            if (at < best.length) {
                best[at] = best[at - 1];
            }
            at--;
        }
        if (at < best.length) {
            best[at] = entry;
            bestCount = Math.min(best.length, bestCount + 1);
        }
    }

    private static boolean better(Entry one, Entry other) {
        return one.score > other.score || (one.score == other.score && one.seq < other.seq);
    }
}
