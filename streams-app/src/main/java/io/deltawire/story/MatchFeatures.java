package io.deltawire.story;

import java.util.ArrayList;
import java.util.List;

/** What the matching model looks at for an article and a story. The order here is the order of the weights. */
public final class MatchFeatures {
    /** Names, in order; the resource with the weights repeats them, so that the two can't drift apart. */
    public static final List<String> NAMES = names();

    /** Where the cosine with the whole story stands. */
    static final int CENTROID = NAMES.indexOf("centroid");

    /** Where the cosine with the best member stands. */
    static final int BEST = NAMES.indexOf("best");

    private static final float HOUR = 3_600_000f;
    /** Days from which on it does not matter how far two are apart. */
    static final int FAR_APART = 400;

    private static final Facet[] CORE = {
        Facet.PERSON, Facet.PLACE, Facet.ORGANISATION, Facet.LEAD_NAME, Facet.TITLE_NAME
    };

    private static final float[] NOT_YET = new float[0];

    private final Frequencies frequencies;
    private final TermTable table = new TermTable();
    private Member article = Member.NONE;
    private int square;
    private int leadSquare;
    /** Rarity of each of the asking article's terms, below 0 when not yet asked for. */
    private final float[] rarities = new float[Vectoriser.MAX_TERMS];

    private final float[][] facetRarities = new float[Facet.ALL.length][];

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
                "core",
                "leadCore",
                "personCore",
                "placeCore",
                "organisationCore",
                "leadNameCore",
                "titleNameCore",
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
                "days",
                "leadMissing",
                "coreMissing",
                "daysApart"));
        for (Facet facet : Facet.ALL) {
            String name = facet.name().toLowerCase(java.util.Locale.ROOT);
            names.add(name + ".story");
            names.add(name + ".best");
            if (facet.atOdds()) {
                names.add(name + ".conflict");
            }
            names.add(name + ".unknown");
        }
        return List.copyOf(names);
    }

    /** Makes an article the one that is compared; document frequencies must stand still while it is. */
    void ask(Member asking) {
        article = asking;
        java.util.Arrays.fill(rarities, -1);
        java.util.Arrays.fill(facetRarities, NOT_YET);
        table.load(asking.terms());
        square = 0;
        for (int i = 0; i < asking.terms().size(); i++) {
            square += asking.terms().weight(i) * asking.terms().weight(i);
        }
        leadSquare = 0;
        for (int i = 0; i < asking.lead().size(); i++) {
            leadSquare += asking.lead().weight(i) * asking.lead().weight(i);
        }
    }

    /** Cosine of the asking article with the story's best member as the index has it, the measure candidates are ranked by. */
    float first(Story story) {
        story.cosines[0] = cosine(story.best[0].member.terms());
        return story.cosines[0];
    }

    /** Cosine with the closest of the story's three best members, {@link #first} having been called; the story keeps all three. */
    float best(Story story) {
        float best = story.cosines[0];
        for (int i = 1; i < story.bestCount; i++) {
            story.cosines[i] = cosine(story.best[i].member.terms());
            best = Math.max(best, story.cosines[i]);
        }
        return best;
    }

    /** Rarity of the persons that the asking article and the story both name, summed. */
    float sharedPersons(Story story) {
        int[] persons = article.facet(Facet.PERSON);
        float sum = 0;
        for (int i = 0; i < persons.length; i++) {
            sum += story.facets.countOf(persons[i]) > 0 ? facetRarities(Facet.PERSON)[i] : 0;
        }
        return sum;
    }

    /** Cosine of the asking article with another. */
    float cosine(Vector other) {
        return table.cosine(other);
    }

    /**
     * Compares the asking article with a story whose {@link #best} has been called.
     *
     * @param bests best cosine of every candidate, in the order of the candidates
     * @param at index of this candidate
     */
    float[] of(Story story, float[] bests, int at) {
        float[] values = new float[NAMES.size()];
        int f = 0;
        float[] top = new float[3];
        Member closest = story.best[0].member;
        float lead = 0;
        float copy = 0;
        float closestCosine = -1;
        for (int i = 0; i < story.bestCount; i++) {
            Member member = story.best[i].member;
            if (story.cosines[i] > closestCosine) {
                closestCosine = story.cosines[i];
                closest = member;
            }
            top[i] = story.cosines[i];
            lead = Math.max(lead, article.lead().dot(member.lead()));
            copy = Math.max(copy, Signature.similarity(article.signature(), member.signature()));
        }
        java.util.Arrays.sort(top);
        long[] whole = against(story.terms);
        long[] titles = leadAgainst(story.lead);
        values[f++] = ratio(whole[0], Vector.SCALE * story.length);
        values[f++] = top[2];
        values[f++] = top[1];
        values[f++] = top[0];
        values[f++] = (top[2] + top[1] + top[0]) / story.bestCount;
        values[f++] = story.scoreSum / (float) (Vector.SCALE * Vector.SCALE) / story.indexed.size();
        values[f++] = lead;
        values[f++] = ratio(titles[0], Vector.SCALE * story.leadLength);
        values[f++] = ratio(titles[1], leadSquare);
        values[f++] = ratio(leadAgainst(story.terms)[1], leadSquare);
        values[f++] = coveredByAsking(closest.lead());
        values[f++] = ratio(whole[1], square);
        f = shared(closest.terms(), values, f);
        f = core(story, values, f);
        f = sizes(article, story, closest, values, f);
        f = times(article, story, values, f);
        values[f++] = copy;
        f = rivalry(bests, at, values, f);
        values[f++] = article.facet(Facet.PLACE).length;
        values[f++] = article.facet(Facet.STREET).length;
        values[f++] = article.facet(Facet.AGE).length;
        values[f++] = article.facet(Facet.DAY).length;
        values[f++] = missingThere(story);
        values[f++] = missingHere(story);
        values[f++] = daysApart(story);
        for (Facet facet : Facet.ALL) {
            f = facet(article.facet(facet), closest.facet(facet), story, facet, values, f);
        }
        return values;
    }

    /** Sum of products of the asking article's terms with a tally, and how much of the article's square the tally has. */
    private long[] against(Tally tally) {
        Vector terms = article.terms();
        long sum = 0;
        long shared = 0;
        if (tally.size() > 8 * terms.size()) {
            for (int i = 0; i < terms.size(); i++) {
                int j = tally.find(terms.keys()[i]);
                if (j >= 0) {
                    sum += (long) terms.weight(i) * tally.sum(j);
                    shared += (long) terms.weight(i) * terms.weight(i);
                }
            }
        } else {
            for (int j = 0; j < tally.size(); j++) {
                int weight = table.weight(tally.key(j));
                sum += (long) weight * tally.sum(j);
                shared += (long) weight * weight;
            }
        }
        return new long[] {sum, shared};
    }

    private long[] leadAgainst(Tally tally) {
        Vector lead = article.lead();
        long sum = 0;
        long shared = 0;
        for (int i = 0; i < lead.size(); i++) {
            int j = tally.find(lead.keys()[i]);
            if (j >= 0) {
                sum += (long) lead.weight(i) * tally.sum(j);
                shared += (long) lead.weight(i) * lead.weight(i);
            }
        }
        return new long[] {sum, shared};
    }

    /** Share of another vector's square that lies on terms of the asking article. */
    private float coveredByAsking(Vector other) {
        int all = 0;
        int shared = 0;
        for (int j = 0; j < other.size(); j++) {
            int weight = other.weight(j) * other.weight(j);
            all += weight;
            shared += table.has(other.keys()[j]) ? weight : 0;
        }
        return ratio(shared, all);
    }

    /** Rarity of one of the asking article's terms. */
    private float rarity(int term) {
        if (rarities[term] < 0) {
            rarities[term] = frequencies.rarity(article.terms().keys()[term]);
        }
        return rarities[term];
    }

    private float[] facetRarities(Facet facet) {
        float[] known = facetRarities[facet.index];
        if (known == NOT_YET) {
            int[] keys = article.facet(facet);
            known = new float[keys.length];
            for (int i = 0; i < keys.length; i++) {
                known[i] = frequencies.rarity(keys[i]);
            }
            facetRarities[facet.index] = known;
        }
        return known;
    }

    /** How much of the closest article the asking one has, and the rarity of what they share. */
    private int shared(Vector other, float[] values, int from) {
        int f = from;
        int count = 0;
        float rarest = 0;
        float sum = 0;
        int all = 0;
        int covered = 0;
        for (int j = 0; j < other.size(); j++) {
            int square = other.weight(j) * other.weight(j);
            all += square;
            int i = table.indexOf(other.keys()[j]);
            if (i >= 0) {
                covered += square;
                float rarity = rarity(i);
                count++;
                rarest = Math.max(rarest, rarity);
                sum += rarity;
            }
        }
        values[f++] = ratio(covered, all);
        values[f++] = count;
        values[f++] = rarest;
        values[f++] = sum;
        return f;
    }

    /** What most of a story's articles have in common: how much of it the asking article has too. */
    private int core(Story story, float[] values, int from) {
        int f = from;
        story.findCore();
        values[f++] = coreShare(story.coreTerms);
        values[f++] = coreShare(story.coreLead);
        for (Facet facet : CORE) {
            int[] ours = article.facet(facet);
            int[] theirs = story.coreFacets[facet.index];
            int shared = 0;
            for (int key : theirs) {
                shared += java.util.Arrays.binarySearch(ours, key) >= 0 ? 1 : 0;
            }
            values[f++] = theirs.length == 0 ? -1 : shared / (float) theirs.length;
        }
        return f;
    }

    /** Rarity of the names of the asking article's lead that no article of the story's has in its own, summed. */
    private float missingThere(Story story) {
        int[] ours = article.facet(Facet.LEAD_NAME);
        float[] rarity = facetRarities(Facet.LEAD_NAME);
        float sum = 0;
        for (int i = 0; i < ours.length; i++) {
            sum += story.facets.countOf(ours[i]) > 0 ? 0 : rarity[i];
        }
        return sum;
    }

    /** Rarity of the names that most of the story's articles have and the asking one has not, summed. */
    private float missingHere(Story story) {
        int[] ours = article.facet(Facet.NAME);
        float sum = 0;
        for (int key : story.coreFacets[Facet.NAME.index]) {
            sum += java.util.Arrays.binarySearch(ours, key) >= 0 ? 0 : frequencies.rarity(key);
        }
        return sum;
    }

    /** Days between the closest two that the asking article and one of the story's best tell of; 0 where either tells of none. */
    private float daysApart(Story story) {
        int[] ours = article.facet(Facet.DAY);
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < story.bestCount; i++) {
            least = Math.min(least, daysApart(ours, story.best[i].member.facet(Facet.DAY)));
        }
        return least == Integer.MAX_VALUE ? 0 : Math.min(FAR_APART, least);
    }

    /** Days between the closest two; the largest number where either has none. */
    static int daysApart(int[] ours, int[] theirs) {
        int least = Integer.MAX_VALUE;
        for (int i = 0, j = 0; i < ours.length && j < theirs.length; ) {
            least = Math.min(least, Math.abs(ours[i] - theirs[j]));
            if (ours[i] < theirs[j]) {
                i++;
            } else {
                j++;
            }
        }
        return least;
    }

    private float coreShare(Tally core) {
        long all = 0;
        long shared = 0;
        for (int i = 0; i < core.size(); i++) {
            all += core.sum(i);
            shared += table.has(core.key(i)) ? core.sum(i) : 0;
        }
        return all == 0 ? -1 : shared / (float) all;
    }

    private static int sizes(Member article, Story story, Member closest, float[] values, int from) {
        int f = from;
        values[f++] = story.size();
        values[f++] = story.size() == 1 ? 1 : 0;
        values[f++] = article.words();
        values[f++] = closest.words();
        values[f++] = (1f + article.words()) / (1f + closest.words());
        values[f++] = article.words() < 25 ? 1 : 0;
        float mean = story.wordsIndexed / (float) story.indexed.size();
        values[f++] = mean;
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
        values[f++] = nearest / HOUR;
        values[f++] = Math.max(0, article.effective() - story.updatedAt) / HOUR;
        values[f++] = age / HOUR;
        values[f++] = story.size() * 24 * HOUR / (age + 6 * HOUR);
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
        values[f++] = rivals;
        return f;
    }

    private int facet(int[] ours, int[] theirs, Story story, Facet facet, float[] values, int from) {
        int f = from;
        float all = 0;
        float inStory = 0;
        float inBest = 0;
        float[] rarity = facetRarities(facet);
        for (int i = 0; i < ours.length; i++) {
            all += rarity[i];
            inStory += story.facets.countOf(ours[i]) > 0 ? rarity[i] : 0;
            inBest += java.util.Arrays.binarySearch(theirs, ours[i]) >= 0 ? rarity[i] : 0;
        }
        boolean known = story.knows(facet);
        values[f++] = all == 0 ? 0 : inStory / all;
        values[f++] = inBest;
        if (facet.atOdds()) {
            values[f++] = ours.length > 0 && known && inStory == 0 ? 1 : 0;
        }
        values[f++] = ours.length == 0 || !known ? 1 : 0;
        return f;
    }

    private static float ratio(long part, double whole) {
        return whole == 0 ? 0 : (float) ((double) part / whole);
    }
}
