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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Trains STORY's models on streams whose stories are known. The same input gives the same models, bit for bit. */
public final class StoryTrainer {
    /** A word must occur in this many stories to enter the background table: rarer ones tell of single stories. */
    private static final int LEAST_STORIES = 3;
    /** Fragments of one story are merged at every third occasion while merge rows are gathered. */
    private static final int PATIENCE = 3;
    /** Parts the stories are in while merge rows are gathered. */
    private static final int PARTS = 2;

    /** Matching models that answer as one to merge rows, and in the engine; the engine pays for each with every candidate. */
    private static final int STRANGERS = 4;

    private static final int MATCHERS = 6;
    /** Models that answer as one about two stories: asked seldom, and learnt from few rows. */
    private static final int PAIRERS = 10;

    /** What the stories learnt from besides weigh: made up, they are told apart more easily than news is. */
    private static final double BESIDES = 0.1;

    private final List<List<Digest>> streams;
    private final Set<String> besides;
    private final List<Courses.Course> courses;
    private final Map<String, String> storyOf;
    private final StoryConfig config = GoldWalk.settings();

    /**
     * @param besides a stream that is learnt from at little weight, whatever is taught, and counts no words; empty for none
     * @param storyOf gold story by article id, unique over all streams
     */
    public StoryTrainer(List<List<Digest>> streams, List<Digest> besides, Map<String, String> storyOf) {
        this.streams = List.copyOf(streams);
        this.storyOf = new TreeMap<>(storyOf);
        this.besides = besides.stream().map(this::story).collect(Collectors.toSet());
        this.courses = new ArrayList<>(Courses.of(streams, this.storyOf));
        if (!besides.isEmpty()) {
            Courses.of(List.of(besides), this.storyOf).forEach(course -> courses.add(course.weighing(BESIDES)));
        }
    }

    /** @param taught stories to learn from; the others stay in the stream as what articles can be confused with */
    public StoryModels train(Predicate<String> taught) {
        Predicate<String> learnt = story -> besides.contains(story) || taught.test(story);
        List<Digest> known = new ArrayList<>();
        streams.forEach(stream ->
                stream.stream().filter(digest -> taught.test(story(digest))).forEach(known::add));
        Background background = EnglishWords.under(GoldWalk.background(known, this::story, LEAST_STORIES));
        Lessons matches = new Lessons(learnt, MatchFeatures.NAMES);
        for (Courses.Course course : courses) {
            matches.begin(course);
            GoldWalk.match(course.stream(), this::story, background, config, matches);
        }
        // A model is too sure of the rows it was fitted to: what the merge model sees comes from one that did not know
        // the story.
        Lessons merges = new Lessons(learnt, MergeFeatures.NAMES);
        Lessons splits = new Lessons(learnt, MergeFeatures.NAMES);
        for (int part = 0; part < PARTS; part++) {
            int asking = part;
            TreeModel stranger = matches.learn(STRANGERS, story -> part(story) != asking);
            Predicate<String> asked = learnt.and(story -> part(story) == asking);
            for (Courses.Course course : courses) {
                merges.begin(course);
                GoldWalk.merge(course.stream(), this::story, background, config, stranger, PATIENCE, asked, merges);
                splits.begin(course);
                GoldWalk.split(course.stream(), this::story, background, config, stranger, asked, splits);
            }
        }
        return new StoryModels(
                background,
                matches.learn(MATCHERS, story -> true),
                merges.learn(PAIRERS, story -> true),
                splits.learn(PAIRERS, story -> true));
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
        private final List<Labelled> rows = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();
        private double weight;

        Lessons(Predicate<String> taught, List<String> names) {
            this.taught = taught;
            this.names = names;
            rank = Math.max(names.indexOf("rank"), names.indexOf("article.rank"));
        }

        void begin(Courses.Course course) {
            weight = course.weight() * Math.pow(USUAL_SIZE / Math.max(1, course.size()), EVENNESS);
        }

        @Override
        public void accept(Labelled row) {
            // Rows far down the ranking are plainly wrong and teach little.
            if (taught.test(row.group()) && (row.match() || rank < 0 || row.features()[rank] < MAX_RANK)) {
                rows.add(row);
                weights.add(weight * row.weight());
            }
        }

        TreeModel learn(int models, Predicate<String> from) {
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
                    .bag(models, features, Arrays.copyOf(y, size), Arrays.copyOf(w, size), Directions.of(names));
        }
    }
}
