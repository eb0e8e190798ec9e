package io.deltawire.train;

import io.deltawire.story.Background;
import io.deltawire.story.Digest;
import io.deltawire.story.GoldWalk;
import io.deltawire.story.Labelled;
import io.deltawire.story.MatchFeatures;
import io.deltawire.story.MergeFeatures;
import io.deltawire.story.StoryConfig;
import io.deltawire.story.StoryModels;
import io.deltawire.story.TreeModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Trains STORY's models on streams whose stories are known. The same input gives the same models, bit for bit. */
public final class StoryTrainer {
    /** A word must occur in this many stories to enter the background table: rarer ones tell of single stories. */
    private static final int LEAST_STORIES = 3;
    /** Fragments of one story are merged at every third occasion while merge rows are gathered. */
    private static final int PATIENCE = 3;
    /** Parts the stories are in while merge rows are gathered. */
    private static final int PARTS = 2;

    /** What a row of a small stream weighs against one of the stream as it was. */
    private static final double SMALL_WEIGHT = 0.5;

    private final List<List<Digest>> streams;
    private final Map<String, String> storyOf;
    private final StoryConfig config = GoldWalk.settings();

    /** @param storyOf gold story by article id, unique over all streams */
    public StoryTrainer(List<List<Digest>> streams, Map<String, String> storyOf) {
        this.streams = List.copyOf(streams);
        this.storyOf = new TreeMap<>(storyOf);
    }

    /** @param taught stories to learn from; the others stay in the stream as what articles can be confused with */
    public StoryModels train(Predicate<String> taught) {
        List<Digest> known = new ArrayList<>();
        streams.forEach(stream ->
                stream.stream().filter(digest -> taught.test(story(digest))).forEach(known::add));
        Background background = EnglishWords.under(GoldWalk.background(known, this::story, LEAST_STORIES));
        Lessons matches = new Lessons(taught, MatchFeatures.NAMES);
        for (List<Digest> stream : streams) {
            matches.begin(stream.size(), 1);
            GoldWalk.match(stream, this::story, background, config, matches);
            for (List<Digest> small : SmallStreams.of(stream, storyOf)) {
                matches.begin(stream.size(), SMALL_WEIGHT / SmallStreams.times(stream));
                GoldWalk.match(small, this::story, background, config, matches);
            }
        }
        // A model is too sure of the rows it was fitted to: what the merge model sees comes from one that did not know
        // the story.
        Lessons merges = new Lessons(taught, MergeFeatures.NAMES);
        Lessons splits = new Lessons(taught, MergeFeatures.NAMES);
        for (int part = 0; part < PARTS; part++) {
            int asking = part;
            TreeModel stranger = matches.learn(story -> part(story) != asking);
            Lessons some = merges.of(story -> part(story) == asking);
            Lessons apart = splits.of(story -> part(story) == asking);
            for (List<Digest> stream : streams) {
                some.begin(stream.size(), 1);
                GoldWalk.merge(stream, this::story, background, config, stranger, PATIENCE, some);
                apart.begin(stream.size(), 1);
                GoldWalk.split(stream, this::story, background, config, stranger, apart);
                for (List<Digest> small : SmallStreams.of(stream, storyOf)) {
                    some.begin(stream.size(), SMALL_WEIGHT / SmallStreams.times(stream));
                    GoldWalk.merge(small, this::story, background, config, stranger, PATIENCE, some);
                    apart.begin(stream.size(), SMALL_WEIGHT / SmallStreams.times(stream));
                    GoldWalk.split(small, this::story, background, config, stranger, apart);
                }
            }
        }
        return new StoryModels(
                background, matches.learn(story -> true), merges.learn(story -> true), splits.learn(story -> true));
    }

    private static int part(String story) {
        return Math.floorMod((story.hashCode() * 0x9E3779B9) >>> 7, PARTS);
    }

    private String story(Digest digest) {
        String story = storyOf.get(digest.articleId());
        if (story == null) {
            throw new IllegalArgumentException("No gold story for article " + digest.articleId());
        }
        return story;
    }

    /** Rows gathered over the streams; a row weighs less in a long stream, so that small sets are heard too. */
    private static final class Lessons implements java.util.function.Consumer<Labelled> {
        private static final double USUAL_SIZE = 3000;
        private static final double EVENNESS = 0.7;

        private static final int MAX_RANK = 6;

        private final Predicate<String> taught;
        private final List<String> names;
        private final int rank;
        private final List<Labelled> rows;
        private final List<Double> weights;
        private double weight;

        Lessons(Predicate<String> taught, List<String> names) {
            this(taught, names, new ArrayList<>(), new ArrayList<>());
        }

        private Lessons(Predicate<String> taught, List<String> names, List<Labelled> rows, List<Double> weights) {
            this.taught = taught;
            this.names = names;
            this.rows = rows;
            this.weights = weights;
            rank = Math.max(names.indexOf("rank"), names.indexOf("article.rank"));
        }

        /** Adds to these lessons, but only rows of some stories. */
        Lessons of(Predicate<String> some) {
            return new Lessons(taught.and(some), names, rows, weights);
        }

        void begin(int streamSize, double share) {
            weight = share * Math.pow(USUAL_SIZE / Math.max(1, streamSize), EVENNESS);
        }

        @Override
        public void accept(Labelled row) {
            // Rows far down the ranking are plainly wrong and teach little.
            if (taught.test(row.group()) && (row.match() || rank < 0 || row.features()[rank] < MAX_RANK)) {
                rows.add(row);
                weights.add(weight * row.weight());
            }
        }

        TreeModel learn(Predicate<String> from) {
            List<float[]> features = new ArrayList<>();
            boolean[] y = new boolean[rows.size()];
            double[] w = new double[rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                Labelled row = rows.get(i);
                if (from.test(row.group())) {
                    y[features.size()] = row.match();
                    w[features.size()] = weights.get(i);
                    features.add(row.features());
                }
            }
            int size = features.size();
            return Boosting.defaults()
                    .fit(features, Arrays.copyOf(y, size), Arrays.copyOf(w, size), Directions.of(names));
        }
    }
}
