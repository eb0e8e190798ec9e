package io.deltawire.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Walks a stream whose stories are known and notes what the models would be asked on the way. Training on stories built
 * by gold works better on unseen streams than on stories the model built itself.
 */
public final class GoldWalk {
    /** What each article that would be led astray adds to the weight of an opening, and up to how many. */
    private static final double DAMAGE = 0.25;

    private static final int MOST_DAMAGED = 20;
    /** Surer than the engine asks for: it leaves the merge model more fragments to learn from. */
    private static final double WALK_JOINS_AT = 0.7;

    /** Two stories are mixed when the matching model gives an article of the one at least this probability for the other. */
    private static final double CONFUSED = 0.1;

    /** Stories that one article's own is mixed with. */
    private static final int MOST_MIXED = 2;

    private GoldWalk() {}

    /** Rows for the matching model: every candidate of every article, the stories being those of gold. */
    public static void match(
            List<Digest> stream,
            Function<Digest, String> gold,
            Background background,
            StoryConfig config,
            Consumer<Labelled> rows) {
        Shelf shelf = new Shelf(background, config);
        Map<String, Story> stories = new TreeMap<>();
        Map<String, Integer> sizes = new TreeMap<>();
        stream.forEach(digest -> sizes.merge(gold.apply(digest), 1, Integer::sum));
        for (Digest digest : stream) {
            long effective = digest.publishedAt().toEpochMilli();
            String group = gold.apply(digest);
            Member member = shelf.vectoriser.member(digest, effective);
            Story own = stories.get(group);
            for (Candidate candidate : shelf.matcher.candidates(member, story -> 0)) {
                rows.accept(new Labelled(
                        digest.articleId(),
                        group,
                        candidate.features(),
                        candidate.story() == own,
                        own == null ? damage(sizes.getOrDefault(group, 1)) : 1));
            }
            if (own == null) {
                own = new Story(group, digest.desk(), stories.size(), effective, "");
                stories.put(group, own);
            }
            shelf.add(own, member);
        }
    }

    /** A story whose first article goes astray takes all that follow with it. */
    private static double damage(int size) {
        return 1 + DAMAGE * Math.min(MOST_DAMAGED, size - 1);
    }

    /**
     * Rows for the merge model: the stories are those the matching model makes, but two fragments of one story are merged only at
     * every {@code patience}-th occasion, so that there are fragments of all sizes to learn from, and wrong merges never happen.
     *
     * @param asking stories whose articles' rows are wanted
     */
    public static void merge(
            List<Digest> stream,
            Function<Digest, String> gold,
            Background background,
            StoryConfig config,
            TreeModel matchModel,
            int patience,
            Predicate<String> asking,
            Consumer<Labelled> rows) {
        Shelf shelf = new Shelf(background, config);
        MergeFeatures features = new MergeFeatures(shelf.frequencies, matchModel);
        Map<String, String> goldOf = new TreeMap<>();
        int occasions = 0;
        int opened = 0;
        for (Digest digest : stream) {
            long effective = digest.publishedAt().toEpochMilli();
            String group = gold.apply(digest);
            goldOf.put(digest.articleId(), group);
            Member member = shelf.vectoriser.member(digest, effective);
            List<Candidate> candidates = shelf.matcher.candidates(member, story -> 0);
            double[] scores = candidates.stream()
                    .mapToDouble(candidate -> matchModel.probability(candidate.features()))
                    .toArray();
            int best = -1;
            for (int i = 0; i < scores.length; i++) {
                best = scores[i] >= config.joinAt() && (best < 0 || scores[i] > scores[best]) ? i : best;
            }
            Story home = best >= 0
                    ? candidates.get(best).story()
                    : new Story(digest.articleId(), digest.desk(), opened++, effective, "");
            shelf.add(home, member);
            List<Story> fragments = new ArrayList<>();
            for (int i = 0; i < scores.length; i++) {
                Candidate away = candidates.get(i);
                if (i != best && scores[i] >= Merger.WORTH_ASKING) {
                    boolean same = agreement(home, away.story(), goldOf) > 0.5;
                    if (asking.test(group)) {
                        float[] row = features.of(member, home, best < 0 ? 1 : scores[best], away, scores[i]);
                        double weight =
                                damage(Math.min(home.size(), away.story().size()));
                        rows.accept(new Labelled(digest.articleId(), group, row, same, weight));
                    }
                    if (same && ++occasions % patience == 0) {
                        fragments.add(away.story());
                    }
                }
            }
            for (Story fragment : fragments) {
                for (Entry entry : List.copyOf(fragment.members)) {
                    shelf.move(entry, home);
                }
                shelf.shrink(home);
            }
        }
    }

    /**
     * Rows for the split model: stories of gold fallen into two at the sizes at which the engine looks, and stories that would have
     * come about had two that the matching model can't tell apart been one.
     *
     * @param asking stories whose articles' rows are wanted
     */
    public static void split(
            List<Digest> stream,
            Function<Digest, String> gold,
            Background background,
            StoryConfig config,
            TreeModel matchModel,
            Predicate<String> asking,
            Consumer<Labelled> rows) {
        Shelf shelf = new Shelf(background, config);
        MergeFeatures features = new MergeFeatures(shelf.frequencies, matchModel);
        Map<String, Story> stories = new TreeMap<>();
        Map<String, String> goldOf = new TreeMap<>();
        for (Digest digest : stream) {
            long effective = digest.publishedAt().toEpochMilli();
            String group = gold.apply(digest);
            goldOf.put(digest.articleId(), group);
            Member member = shelf.vectoriser.member(digest, effective);
            Story own = stories.computeIfAbsent(
                    group, key -> new Story(group, digest.desk(), stories.size(), effective, ""));
            List<Candidate> candidates = asking.test(group) ? shelf.matcher.candidates(member, story -> 0) : List.of();
            shelf.add(own, member);
            if (!asking.test(group)) {
                continue;
            }
            if (Splitter.SIZES.contains(own.size()) && own.indexed.size() == own.size()) {
                fallen(own, group, features, goldOf, rows);
            }
            int mixed = 0;
            for (Candidate candidate : candidates) {
                if (candidate.story() != own
                        && mixed < MOST_MIXED
                        && own.indexed.size() >= 2
                        && candidate.story().indexed.size() >= 2
                        && matchModel.probability(candidate.features()) >= CONFUSED
                        && Splitter.SIZES.contains(
                                own.indexed.size() + candidate.story().indexed.size())) {
                    mixed++;
                    fallen(mixed(own, candidate.story()), group, features, goldOf, rows);
                }
            }
        }
    }

    private static Story mixed(Story own, Story other) {
        List<Entry> entries = new ArrayList<>(own.indexed);
        entries.addAll(other.indexed);
        entries.sort(Comparator.<Entry>comparingLong(entry -> entry.member.effective())
                .thenComparing(entry -> entry.member.articleId()));
        Story mixed = own.part(List.of());
        for (Entry entry : entries) {
            Entry twin = new Entry(entry.member, mixed, mixed.nextSeq++);
            mixed.members.add(twin);
            mixed.indexed.add(twin);
        }
        return mixed;
    }

    private static void fallen(
            Story story, String group, MergeFeatures features, Map<String, String> goldOf, Consumer<Labelled> rows) {
        List<List<Entry>> parts = Splitter.parts(story.indexed);
        if (!parts.isEmpty()) {
            List<Entry> one = parts.get(0);
            List<Entry> other = parts.get(1);
            boolean same = agreement(story.part(one), story.part(other), goldOf) > 0.5;
            double weight = damage(Math.min(one.size(), other.size()));
            rows.accept(new Labelled(
                    story.last().member.articleId(), group, features.apart(story, one, other), same, weight));
        }
    }

    /** Share of pairs across the two stories that gold has in one. */
    private static double agreement(Story one, Story other, Map<String, String> goldOf) {
        long same = 0;
        for (Entry entry : one.members) {
            String group = goldOf.get(entry.member.articleId());
            same += other.members.stream()
                    .filter(theirs -> Objects.equals(goldOf.get(theirs.member.articleId()), group))
                    .count();
        }
        return same / ((double) one.size() * other.size());
    }

    /** Words by the number of gold stories they occur in: the background table. */
    public static Background background(List<Digest> stream, Function<Digest, String> gold, int atLeast) {
        TreeMap<String, TreeMap<String, Boolean>> storiesOf = new TreeMap<>();
        TreeMap<String, Boolean> stories = new TreeMap<>();
        for (Digest digest : stream) {
            String group = gold.apply(digest);
            stories.put(group, true);
            for (Digest.Term term : digest.terms()) {
                storiesOf.computeIfAbsent(term.text(), key -> new TreeMap<>()).put(group, true);
            }
        }
        TreeMap<String, Integer> counts = new TreeMap<>();
        storiesOf.forEach((term, groups) -> {
            if (groups.size() >= atLeast) {
                counts.put(term, groups.size());
            }
        });
        return new Background(stories.size(), counts);
    }

    /** Settings for walking: no limits of life. */
    public static StoryConfig settings() {
        StoryConfig defaults = StoryConfig.defaults();
        return new StoryConfig(
                Duration.ofDays(36_500),
                Duration.ofDays(36_500),
                Duration.ZERO,
                WALK_JOINS_AT,
                defaults.mergeAt(),
                defaults.splitAt(),
                defaults.copyAt(),
                defaults.candidates(),
                defaults.termsPerStory(),
                defaults.indexedPerClosed(),
                defaults.postingsPerQuery(),
                Map.of());
    }
}
