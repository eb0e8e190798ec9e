package io.deltawire.story;

import java.util.ArrayList;
import java.util.List;

/** What the matching model looks at for an article and a story. The order here is the order of the weights. */
public final class MatchFeatures {
    /** Names, in order; the resource with the weights repeats them, so that the two can't drift apart. */
    public static final List<String> NAMES = names();

    /** Where the cosine with the best member stands. */
    static final int BEST = NAMES.indexOf("best");

    private static final float HOUR = 3_600_000f;

    private final Frequencies frequencies;
    /** Rarities as float bits: logarithms that many candidates ask for. */
    private final IntTable rarities = new IntTable(256);

    MatchFeatures(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "centroid",
                "best",
                "second",
                "third",
                "meanTop",
                "sumPerMember",
                "lead",
                "leadCentroid",
                "leadCovered",
                "leadCoveredByText",
                "bestLeadCovered",
                "covered",
                "covers",
                "sharedTerms",
                "sharedRarest",
                "sharedRarity",
                "size",
                "single",
                "words",
                "bestWords",
                "wordsRatio",
                "brief",
                "storyWords",
                "storyBrief",
                "nearestHours",
                "lastHours",
                "ageHours",
                "rate",
                "copy",
                "rank",
                "margin",
                "ratio",
                "rivals",
                "places",
                "streets",
                "ages",
                "days"));
        for (Facet facet : Facet.ALL) {
            String name = facet.name().toLowerCase(java.util.Locale.ROOT);
            names.add(name + ".story");
            names.add(name + ".best");
            names.add(name + ".conflict");
            names.add(name + ".unknown");
        }
        return List.copyOf(names);
    }

    /** Cosine of the article with the story's best member, the measure candidates are ranked by. */
    static float best(Member article, Story story) {
        float best = 0;
        for (int i = 0; i < story.bestCount; i++) {
            best = Math.max(best, article.terms().dot(story.best[i].member.terms()));
        }
        return best;
    }

    /**
     * @param bests best cosine of every candidate, in the order of the candidates
     * @param at index of this candidate
     */
    float[] of(Member article, Story story, float[] bests, int at) {
        float[] values = new float[NAMES.size()];
        int f = 0;
        float[] top = new float[3];
        Member closest = story.best[0].member;
        float lead = 0;
        float copy = 0;
        float closestCosine = -1;
        for (int i = 0; i < story.bestCount; i++) {
            Member member = story.best[i].member;
            float cosine = article.terms().dot(member.terms());
            if (cosine > closestCosine) {
                closestCosine = cosine;
                closest = member;
            }
            top[i] = cosine;
            lead = Math.max(lead, article.lead().dot(member.lead()));
            copy = Math.max(copy, Signature.similarity(article.signature(), member.signature()));
        }
        java.util.Arrays.sort(top);
        values[f++] = story.cosine(article.terms(), story.terms, story.length);
        values[f++] = top[2];
        values[f++] = top[1];
        values[f++] = top[0];
        values[f++] = (top[2] + top[1] + top[0]) / story.bestCount;
        values[f++] = story.scoreSum / (float) (Vector.SCALE * Vector.SCALE) / story.indexed.size();
        values[f++] = lead;
        values[f++] = story.cosine(article.lead(), story.lead, story.lead.length());
        values[f++] = covered(article.lead(), story.lead);
        values[f++] = covered(article.lead(), story.terms);
        values[f++] = closest.lead().coveredBy(article.terms());
        values[f++] = covered(article.terms(), story.terms);
        values[f++] = closest.terms().coveredBy(article.terms());
        f = shared(article.terms(), closest.terms(), values, f);
        f = sizes(article, story, closest, values, f);
        f = times(article, story, values, f);
        values[f++] = copy;
        f = rivalry(bests, at, values, f);
        values[f++] = log(article.facet(Facet.PLACE).length);
        values[f++] = log(article.facet(Facet.STREET).length);
        values[f++] = log(article.facet(Facet.AGE).length);
        values[f++] = log(article.facet(Facet.DAY).length);
        for (Facet facet : Facet.ALL) {
            f = facet(article.facet(facet), closest.facet(facet), story, facet, values, f);
        }
        return values;
    }

    /** Called for each article before its candidates: document frequencies stand still while they are compared. */
    void begin() {
        rarities.clear();
    }

    private float rarity(int key) {
        int bits = rarities.get(key);
        if (bits == 0) {
            bits = Float.floatToIntBits(frequencies.rarity(key)) | 1;
            rarities.put(key, bits);
        }
        return Float.intBitsToFloat(bits);
    }

    private int shared(Vector one, Vector other, float[] values, int from) {
        int f = from;
        int count = 0;
        float rarest = 0;
        float sum = 0;
        int j = 0;
        for (int i = 0; i < one.size(); i++) {
            while (j < other.size() && other.keys()[j] < one.keys()[i]) {
                j++;
            }
            if (j < other.size() && other.keys()[j] == one.keys()[i]) {
                float rarity = rarity(one.keys()[i]);
                count++;
                rarest = Math.max(rarest, rarity);
                sum += rarity;
            }
        }
        values[f++] = log(count);
        values[f++] = rarest;
        values[f++] = log(sum);
        return f;
    }

    private static int sizes(Member article, Story story, Member closest, float[] values, int from) {
        int f = from;
        values[f++] = log(story.size());
        values[f++] = story.size() == 1 ? 1 : 0;
        values[f++] = log(article.words());
        values[f++] = log(closest.words());
        values[f++] = log(article.words()) - log(closest.words());
        values[f++] = article.words() < 25 ? 1 : 0;
        float mean = story.wordsIndexed / (float) story.indexed.size();
        values[f++] = log(mean);
        values[f++] = mean < 25 ? 1 : 0;
        return f;
    }

    private static int times(Member article, Story story, float[] values, int from) {
        int f = from;
        long nearest = Long.MAX_VALUE;
        for (int i = 0; i < story.bestCount; i++) {
            nearest = Math.min(nearest, Math.abs(article.publishedAt() - story.best[i].member.publishedAt()));
        }
        long age = Math.max(0, article.effective() - story.openedAt);
        values[f++] = log(nearest / HOUR);
        values[f++] = log(Math.max(0, article.effective() - story.updatedAt) / HOUR);
        values[f++] = log(age / HOUR);
        values[f++] = log(story.size() * 24 * HOUR / (age + 6 * HOUR));
        return f;
    }

    private static int rivalry(float[] bests, int at, float[] values, int from) {
        int f = from;
        int rank = 0;
        int rivals = 0;
        float other = 0;
        for (int i = 0; i < bests.length; i++) {
            if (i != at) {
                rank += bests[i] > bests[at] ? 1 : 0;
                rivals += bests[i] > 0.5f * bests[at] ? 1 : 0;
                other = Math.max(other, bests[i]);
            }
        }
        values[f++] = rank;
        // A wide lead means little: where a stream has nothing alike, the first look-alike leads by far.
        values[f++] = Math.min(0.12f, bests[at] - other);
        values[f++] = bests[at] / Math.max(0.001f, Math.max(other, bests[at]));
        values[f++] = log(rivals);
        return f;
    }

    private int facet(int[] ours, int[] theirs, Story story, Facet facet, float[] values, int from) {
        int f = from;
        float all = 0;
        float inStory = 0;
        float inBest = 0;
        for (int key : ours) {
            float rarity = rarity(key);
            all += rarity;
            inStory += story.facets.countOf(key) > 0 ? rarity : 0;
            inBest += java.util.Arrays.binarySearch(theirs, key) >= 0 ? rarity : 0;
        }
        boolean known = story.knows(facet);
        values[f++] = all == 0 ? 0 : inStory / all;
        values[f++] = log(inBest);
        values[f++] = ours.length > 0 && known && inStory == 0 ? 1 : 0;
        values[f++] = ours.length == 0 || !known ? 1 : 0;
        return f;
    }

    private static float covered(Vector vector, Tally tally) {
        long all = 0;
        long shared = 0;
        int j = 0;
        for (int i = 0; i < vector.size(); i++) {
            int key = vector.keys()[i];
            while (j < tally.size() && tally.key(j) < key) {
                j++;
            }
            long square = (long) vector.weight(i) * vector.weight(i);
            all += square;
            shared += j < tally.size() && tally.key(j) == key ? square : 0;
        }
        return all == 0 ? 0 : shared / (float) all;
    }

    private static float log(float value) {
        return (float) StrictMath.log1p(value);
    }
}
