package io.deltawire.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the merge model looks at for two stories that an article has brought together. */
public final class MergeFeatures {
    /** Names, in the order of the weights. */
    public static final List<String> NAMES = names();

    private static final int PROBES = 6;
    /** Words of a text, and of a title, that tell two stories apart. */
    private static final int OWN_WORDS = 5;

    private static final int OWN_LEAD_WORDS = 2;
    private static final float HOUR = 3_600_000f;

    private final Frequencies frequencies;
    private final MatchFeatures matchFeatures;
    private final TreeModel matchModel;
    private long queries = -2;

    MergeFeatures(Frequencies frequencies, TreeModel matchModel) {
        this.frequencies = frequencies;
        this.matchFeatures = new MatchFeatures(frequencies);
        this.matchModel = matchModel;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "joined",
                "other",
                "centroids",
                "leads",
                "termsShared",
                "crossBest",
                "crossMean",
                "crossLeast",
                "backBest",
                "backMean",
                "backLeast",
                "crossCosine",
                "backCosine",
                "crossMargin",
                "small",
                "large",
                "smallSingle",
                "sizeRatio",
                "smallWords",
                "largeWords",
                "startsApart",
                "endsApart",
                "gap",
                "articleBrief",
                "words.own",
                "lead.own",
                "daysApart"));
        for (Facet facet : Facet.ALL) {
            String name = facet.name().toLowerCase(Locale.ROOT);
            names.add(name + ".shared");
            names.add(name + ".unknown");
            if (facet.atOdds()) {
                names.add(name + ".conflict");
                names.add(name + ".own");
            }
        }
        for (String name : MatchFeatures.NAMES) {
            names.add("article." + name);
        }
        return List.copyOf(names);
    }

    /**
     * @param joined probability that the article belongs to {@code home}, which it has joined
     * @param away the other story with the article's features for it
     */
    float[] of(Member article, Story home, double joined, Candidate away, double other) {
        Story small = home.indexed.size() <= away.story().indexed.size() ? home : away.story();
        Story large = small == home ? away.story() : home;
        float[] values = new float[NAMES.size()];
        int f = 0;
        values[f++] = (float) joined;
        values[f++] = (float) other;
        values[f++] = cosine(small.terms, large.terms);
        values[f++] = cosine(small.lead, large.lead);
        values[f++] = shared(small.terms, large.terms);
        float[] cross = probe(small, large);
        float[] back = probe(large, small);
        System.arraycopy(cross, 0, values, f, 3);
        System.arraycopy(back, 0, values, f + 3, 3);
        f += 6;
        values[f++] = cross[3];
        values[f++] = back[3];
        values[f++] = cross[3] - cross[4];
        values[f++] = small.size();
        values[f++] = large.size();
        values[f++] = small.size() == 1 ? 1 : 0;
        values[f++] = small.size() / (float) large.size();
        values[f++] = small.wordsIndexed / (float) small.indexed.size();
        values[f++] = large.wordsIndexed / (float) large.indexed.size();
        values[f++] = Math.abs(small.openedAt - large.openedAt) / HOUR;
        values[f++] = Math.abs(small.updatedAt - large.updatedAt) / HOUR;
        long apart = Math.max(small.openedAt, large.openedAt) - Math.min(small.updatedAt, large.updatedAt);
        values[f++] = Math.max(0, apart) / HOUR;
        values[f++] = article.words() < 25 ? 1 : 0;
        values[f++] = Distinction.by(small.terms, small.indexed.size(), large.terms, large.indexed.size(), OWN_WORDS);
        values[f++] =
                Distinction.by(small.lead, small.indexed.size(), large.lead, large.indexed.size(), OWN_LEAD_WORDS);
        values[f++] = daysApart(small, large);
        for (Facet facet : Facet.ALL) {
            boolean known = small.knows(facet) && large.knows(facet);
            float share = known ? facetShare(small, large, facet) : 0;
            values[f++] = share;
            values[f++] = known ? 0 : 1;
            if (facet.atOdds()) {
                values[f++] = known && share == 0 ? 1 : 0;
                values[f++] = known ? Distinction.by(facet, small, large) : 0;
            }
        }
        System.arraycopy(away.features(), 0, values, f, away.features().length);
        return values;
    }

    /** The features of two parts of one story, as if the latest article had just brought them together. */
    float[] apart(Story story, List<Entry> one, List<Entry> other) {
        boolean latestInOne = one.get(one.size() - 1).seq > other.get(other.size() - 1).seq;
        List<Entry> ours = latestInOne ? one : other;
        Member latest = ours.get(ours.size() - 1).member;
        Story home = story.part(ours);
        Story away = story.part(latestInOne ? other : one);
        matchFeatures.ask(latest);
        Story before = story.part(ours.subList(0, ours.size() - 1));
        float[] bests = {rank(before), rank(away)};
        double joined = matchModel.probability(matchFeatures.of(before, bests, 0));
        float[] wouldJoin = matchFeatures.of(away, bests, 1);
        return of(latest, home, joined, new Candidate(away, wouldJoin), matchModel.probability(wouldJoin));
    }

    /**
     * Lets the latest articles of one story ask to join the other.
     *
     * @return best, mean and least probability; mean cosine with the best article there, and with the best at home
     */
    private float[] probe(Story from, Story to) {
        float best = 0;
        float sum = 0;
        float least = 1;
        float cosines = 0;
        float atHome = 0;
        int asked = 0;
        for (int i = from.indexed.size() - 1; i >= 0 && asked < PROBES; i--) {
            Entry entry = from.indexed.get(i);
            asked++;
            matchFeatures.ask(entry.member);
            float there = rank(to);
            float probability = (float) matchModel.probability(matchFeatures.of(to, new float[] {there}, 0));
            best = Math.max(best, probability);
            least = Math.min(least, probability);
            sum += probability;
            cosines += there;
            atHome += bestOther(entry, from);
        }
        float n = Math.max(1, asked);
        return new float[] {best, sum / n, least, cosines / n, atHome / n};
    }

    /** Sets the three best members of a story for an article. */
    private float rank(Story story) {
        long number = queries--;
        for (Entry entry : story.indexed) {
            entry.score = Math.round(matchFeatures.cosine(entry.member.terms()) * Vector.SCALE * Vector.SCALE);
            story.offer(entry, number);
        }
        matchFeatures.first(story);
        return matchFeatures.best(story);
    }

    /** Cosine of the asking article with the closest of the others of its story. */
    private float bestOther(Entry entry, Story story) {
        float best = 0;
        for (Entry other : story.indexed) {
            if (other != entry) {
                best = Math.max(best, matchFeatures.cosine(other.member.terms()));
            }
        }
        return best;
    }

    private static float cosine(Tally one, Tally other) {
        double sum = 0;
        int j = 0;
        for (int i = 0; i < one.size(); i++) {
            while (j < other.size() && other.key(j) < one.key(i)) {
                j++;
            }
            if (j < other.size() && other.key(j) == one.key(i)) {
                sum += (double) one.sum(i) * other.sum(j);
            }
        }
        double length = one.length() * other.length();
        return length == 0 ? 0 : (float) (sum / length);
    }

    private float shared(Tally small, Tally large) {
        float sum = 0;
        for (int i = 0; i < small.size(); i++) {
            sum += large.countOf(small.key(i)) > 0 ? frequencies.rarity(small.key(i)) : 0;
        }
        return sum;
    }

    /** Days from an article of the one story to the closest of the other, in the mean of those that tell of any. */
    private static float daysApart(Story small, Story large) {
        float sum = 0;
        int telling = 0;
        for (Entry entry : small.indexed) {
            int least = Integer.MAX_VALUE;
            int[] days = entry.member.facet(Facet.DAY);
            for (int i = 0; i < large.indexed.size() && least > 0 && days.length > 0; i++) {
                int[] others = large.indexed.get(i).member.facet(Facet.DAY);
                least = Math.min(least, MatchFeatures.daysApart(days, others));
            }
            if (least < Integer.MAX_VALUE) {
                sum += Math.min(MatchFeatures.FAR_APART, least);
                telling++;
            }
        }
        return telling == 0 ? 0 : sum / telling;
    }

    private float facetShare(Story small, Story large, Facet facet) {
        float all = 0;
        float shared = 0;
        for (Entry entry : small.indexed) {
            for (int key : entry.member.facet(facet)) {
                float rarity = frequencies.rarity(key);
                all += rarity;
                shared += large.facets.countOf(key) > 0 ? rarity : 0;
            }
        }
        return all == 0 ? 0 : shared / all;
    }
}
