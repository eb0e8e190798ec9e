package io.deltawire.story;

import io.deltawire.state.Pieces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * STORY: decides, online and in one order, which articles are one story. One writer; not thread-safe. All state is in the
 * pieces; the index in memory is rebuilt from them on start.
 */
public final class StoryEngine {
    /** Stories that one article can bring together. */
    private static final int MAX_MERGES = 4;

    /** A text this like an earlier one goes to its story whatever the model says. Below, pages share boilerplate and not the event. */
    private static final double SAME_TEXT = 0.8;

    private static final float LEAST_COSINE = 0.05f;
    /** Of a text with few words one word makes much. */
    private static final float LEAST_COSINE_BRIEF = 0.1f;

    /** Of a large story a fragment can share much with the whole and little with any one article. */
    private static final int LARGE = 8;

    private static final double SURE = 0.9;

    private static final int BRIEF = 40;

    private final StoryBook book;
    private final StoryConfig config;
    private final StoryModels models;
    private final List<String> forgotten = new ArrayList<>();

    public StoryEngine(Pieces pieces) {
        this(pieces, StoryConfig.defaults(), StoryModels.shipped());
    }

    public StoryEngine(Pieces pieces, StoryConfig config, StoryModels models) {
        this.config = config;
        this.models = models;
        book = new StoryBook(pieces, models.background(), config);
    }

    /**
     * Lets event time pass: closes every story whose gap or longest life ends at or before {@code time}, each stamped with the
     * time it ended, in order of that time and then story id. Calling it more often changes nothing.
     */
    public List<StoryEvent> advance(Instant time) {
        List<StoryEvent> events = new ArrayList<>();
        long now = time.toEpochMilli();
        for (Story story = book.clock.next(now); story != null; story = book.clock.next(now)) {
            if (story.open()) {
                long end = book.clock.end(story);
                book.close(story, end, end == book.clock.endOfLife(story));
                events.add(event(StoryEvent.Type.CLOSED, story, "", "", end, List.of()));
            } else {
                forgotten.addAll(book.forget(story));
            }
        }
        book.flush();
        return events;
    }

    /**
     * Places one article. Call in order of (effective time, article id), after {@code advance(effective)}. An article id seen
     * before is given its old place and no events.
     */
    public Placement place(Digest digest, Instant effective) {
        boolean late = digest.publishedAt().isBefore(effective);
        Entry known = book.article(digest.articleId());
        if (known != null) {
            return placement(known, late, List.of());
        }
        long at = effective.toEpochMilli();
        Shelf shelf = book.shelf(digest.desk());
        Member member = shelf.vectoriser.member(digest, at);
        List<Candidate> candidates = related(shelf, member);
        double[] scores = new double[candidates.size()];
        for (int i = 0; i < scores.length; i++) {
            double probability = models.match().probability(candidates.get(i).features());
            scores[i] = related(member, candidates.get(i), probability) ? probability : 0;
        }
        int best = best(candidates, scores, config.joinAt());
        List<Entry> met = shelf.copies.met(member);
        Entry printed = Copies.sameText(member, met, Math.max(SAME_TEXT, config.copyAt()));
        Story found = best < 0 ? null : candidates.get(best).story();
        Story target = printed == null ? found : printed.story;
        member = counted(member, target == null ? null : Copies.parent(member, target, met, config.copyAt()));
        List<StoryEvent> events = new ArrayList<>();
        Story home = home(target, digest, at, events);
        book.add(home, member, digest.entities());
        double joined = printed != null || best < 0 ? 1 : scores[best];
        MergeFeatures compare = new MergeFeatures(shelf.frequencies, models.match());
        merge(compare, member, home, joined, candidates, scores, events);
        if (events.stream().noneMatch(event -> event.type() == StoryEvent.Type.MERGED)) {
            split(compare, home, member, events);
        }
        book.flush();
        Entry placed = book.article(digest.articleId());
        if (placed == null) {
            throw new IllegalStateException("Article " + digest.articleId() + " got lost");
        }
        return placement(placed, late, events);
    }

    /**
     * The candidate the article joins, -1 when it is none's. Of two large stories that would both take it, the one that is like it as a
     * whole: a single article gone astray to the other would draw all its like after it.
     */
    static int best(List<Candidate> candidates, double[] scores, double joinAt) {
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            best = scores[i] >= joinAt && (best < 0 || scores[i] > scores[best]) ? i : best;
        }
        if (best < 0 || !large(candidates.get(best))) {
            return best;
        }
        for (int i = 0; i < scores.length; i++) {
            boolean rival = scores[i] >= joinAt && large(candidates.get(i));
            best = rival && like(candidates.get(i)) > like(candidates.get(best)) ? i : best;
        }
        return best;
    }

    private static boolean large(Candidate candidate) {
        return candidate.story().size() >= LARGE;
    }

    private static float like(Candidate candidate) {
        return candidate.features()[MatchFeatures.CENTROID];
    }

    /** The article as a copy of its parent, or of what that is a copy of; without a parent as a source of its own. */
    private Member counted(Member article, @Nullable Entry parent) {
        if (parent == null) {
            return article.counting("", config.families().getOrDefault(article.source(), article.source()));
        }
        Member theirs = parent.member;
        String first = theirs.duplicateOf().isEmpty() ? theirs.articleId() : theirs.duplicateOf();
        return article.counting(first, theirs.sourceKey());
    }

    /** Texts with next to no words in common are not one story, whatever else the model sees in them: that they came at one time, say. */
    private static List<Candidate> related(Shelf shelf, Member article) {
        return shelf.matcher.candidates(
                article, story -> brief(article, story) && story.size() < LARGE ? LEAST_COSINE_BRIEF : LEAST_COSINE);
    }

    /** Of a large story it takes a sure model when there are few words to go by. */
    private static boolean related(Member article, Candidate candidate, double probability) {
        boolean doubtful = brief(article, candidate.story()) && probability < SURE;
        return !doubtful || candidate.features()[MatchFeatures.BEST] >= LEAST_COSINE_BRIEF;
    }

    private static boolean brief(Member article, Story story) {
        return article.words() < BRIEF || story.wordsIndexed < (long) BRIEF * story.indexed.size();
    }

    /** The story the article goes to: the target, a successor of one that has had its time, or a new one. */
    private Story home(@Nullable Story target, Digest digest, long at, List<StoryEvent> events) {
        if (target != null && (target.open() || (!target.outlived && at < book.clock.endOfLife(target)))) {
            if (!target.open()) {
                book.reopen(target);
                events.add(event(StoryEvent.Type.REOPENED, target, "", digest.articleId(), at, List.of()));
            }
            events.add(event(StoryEvent.Type.GREW, target, "", digest.articleId(), at, List.of()));
            return target;
        }
        String predecessor = target == null ? "" : target.id;
        Story story = book.open(digest.desk(), digest.articleId(), at, predecessor);
        events.add(event(StoryEvent.Type.OPENED, story, predecessor, digest.articleId(), at, List.of()));
        return story;
    }

    private void split(MergeFeatures compare, Story story, Member member, List<StoryEvent> events) {
        List<Entry> leaving = new Splitter(compare, models.split(), config.splitAt()).leaving(story);
        if (!leaving.isEmpty()) {
            long opened = leaving.get(0).member.effective();
            Story other = book.open(story.desk, leaving.get(0).member.articleId(), opened, "");
            List<String> moved = book.split(story, leaving, other);
            events.add(event(StoryEvent.Type.SPLIT, story, other.id, member.articleId(), member.effective(), moved));
        }
    }

    private void merge(
            MergeFeatures compare,
            Member member,
            Story joinedStory,
            double joined,
            List<Candidate> candidates,
            double[] scores,
            List<StoryEvent> events) {
        Merger merger = new Merger(compare, models.merge(), config.mergeAt());
        Story home = joinedStory;
        for (int n = 0; n < MAX_MERGES; n++) {
            Story partner = merger.partner(member, home, joined, candidates, scores);
            if (partner == null) {
                return;
            }
            // The larger story lives on, so that fewer articles change their story.
            boolean stays =
                    home.size() > partner.size() || (home.size() == partner.size() && home.number < partner.number);
            Story survivor = stays ? home : partner;
            Story gone = stays ? partner : home;
            List<String> moved = book.merge(gone, survivor, member.effective());
            events.add(event(StoryEvent.Type.MERGED, gone, survivor.id, member.articleId(), member.effective(), moved));
            home = survivor;
        }
    }

    private static StoryEvent event(
            StoryEvent.Type type, Story story, String other, String articleId, long at, List<String> moved) {
        return new StoryEvent(type, story.id, other, articleId, Instant.ofEpochMilli(at), moved);
    }

    private static Placement placement(Entry entry, boolean late, List<StoryEvent> events) {
        return new Placement(
                entry.story.id, entry.member.duplicateOf(), entry.member.sourceKey(), late, List.copyOf(events));
    }

    /** A story as it stands, or null when it is unknown or forgotten. */
    public @Nullable StoryView view(String storyId) {
        Story story = book.story(storyId);
        return story == null ? null : Portrait.view(story);
    }

    /** All stories that are kept, by id: live ones, closed ones that may come back, and those that went up in one of them. */
    public List<StoryView> views() {
        return book.stories().stream().map(Portrait::view).toList();
    }

    /** Stories dropped from the stores since the last call, oldest first: what others keep for them can go too. */
    public List<String> takeForgotten() {
        List<String> taken = List.copyOf(forgotten);
        forgotten.clear();
        return taken;
    }

    /** Number of live stories. */
    public int liveStories() {
        return book.open();
    }
}
