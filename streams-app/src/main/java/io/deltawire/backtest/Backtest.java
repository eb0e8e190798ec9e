package io.deltawire.backtest;

import io.deltawire.article.ArticleLimits;
import io.deltawire.engine.DeskRule;
import io.deltawire.engine.Enriched;
import io.deltawire.engine.Enricher;
import io.deltawire.ops.MadeWith;
import io.deltawire.story.StoryConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs articles through the engines in one process: ENRICH on several threads, the order restored, STORY and FACT single file.
 *
 * @param threads threads for ENRICH
 * @param deskRule what divides the news into desks
 * @param asOf stop there in event time, articles of that instant included; empty for all there is
 */
public record Backtest(Enricher enricher, int threads, DeskRule deskRule, Optional<Instant> asOf, Watch watch) {
    /** At least so long between two checkpoints, and twenty times as long as one takes. */
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(60);

    private static final int CHECKPOINT_SHARE = 20;

    /** By language, to the end. */
    public Backtest(int threads, Watch watch) {
        this(new Enricher(), threads, DeskRule.LANGUAGE, Optional.empty(), watch);
    }

    /** A file or folder into a folder, with what ships with deltawire. */
    public Summary run(Path input, Path folder, ArticleLimits limits) throws IOException, InterruptedException {
        try (Articles articles =
                ArticleFiles.scan(input, limits, watch::leftOut).open()) {
            return toFiles(articles, folder, StoryConfig.defaults(), MadeWith.shipped(), false);
        }
    }

    /** Gives all to an output. */
    public Summary run(Articles articles, StoryConfig config, Output output) throws IOException, InterruptedException {
        Desk desk = new Desk(config, Desk.State.empty(), Count.NONE, output);
        return run(articles, desk, () -> {});
    }

    /** Whether a run was broken off in a folder and can be gone on with. */
    public static boolean canResume(Path folder) {
        return Checkpoint.isIn(folder.resolve(OutputFiles.WORK));
    }

    /** What the run that was broken off in a folder was a run of, in one line; "" when there is none. */
    public static String brokenOff(Path folder) throws IOException {
        return canResume(folder)
                ? Checkpoint.read(folder.resolve(OutputFiles.WORK), Desk.State.empty())
                        .of()
                : "";
    }

    /**
     * Writes the files of the contract and the manifest. What a run that was stopped needs to go on is left in the folder too.
     *
     * @param resume go on where the run in the folder was broken off
     * @throws IllegalStateException if that was a run of something else, or made with something else
     */
    public Summary toFiles(Articles articles, Path folder, StoryConfig config, MadeWith made, boolean resume)
            throws IOException, InterruptedException {
        Desk.State state = Desk.State.empty();
        Count count = Count.NONE;
        Map<String, Long> lengths = Map.of();
        String of = "run " + made.runId() + " of " + articles.name()
                + asOf.map(time -> " as of " + time).orElse("");
        Path work = folder.resolve(OutputFiles.WORK);
        if (resume) {
            Checkpoint before = Checkpoint.read(work, state);
            if (!before.of().equals(of)) {
                throw new IllegalStateException(
                        folder + " holds a " + before.of() + "; this is a " + of + ". Begin anew with --force");
            }
            count = before.count();
            lengths = before.lengths();
        } else {
            OutputFiles.clear(folder);
            Folder.empty(work);
        }
        Summary summary;
        try (OutputFiles files = new OutputFiles(folder, true, lengths)) {
            Desk desk = new Desk(config, state, count, files);
            Saving saving = new Saving() {
                @Override
                public void save() throws IOException {
                    new Checkpoint(of, desk.count(), files.lengths()).write(work, desk.state());
                }
            };
            summary = run(articles, desk, saving);
            if (!summary.whole()) {
                saving.save();
            }
            files.complete(desk.stories());
        }
        if (summary.whole()) {
            Folder.delete(work);
        }
        Manifest.write(folder, articles.name(), asOf, made, summary);
        return summary;
    }

    /** Keeps what is needed to go on. */
    private interface Saving {
        void save() throws IOException;
    }

    private Summary run(Articles articles, Desk desk, Saving saving) throws IOException, InterruptedException {
        Course course = new Course(articles, desk.count().last(), asOf);
        Consumer<String> bad = watch::leftOut;
        Instant reached = Instant.EPOCH;
        long given = 0;
        long saved = System.nanoTime();
        long every = CHECKPOINT_EVERY.toNanos();
        boolean whole;
        try (ParallelEnrich enrich = new ParallelEnrich(enricher, threads, course)) {
            boolean stopped = watch.stopped();
            Optional<ParallelEnrich.Result> next = stopped ? Optional.empty() : enrich.next();
            while (next.isPresent()) {
                Turn turn = next.get().turn();
                take(desk, next.get(), bad);
                reached = turn.effective();
                watch.progress(++given, reached, articles.share());
                long now = System.nanoTime();
                if (now - saved > every) {
                    saving.save();
                    saved = System.nanoTime();
                    every = Math.max(CHECKPOINT_EVERY.toNanos(), CHECKPOINT_SHARE * (saved - now));
                }
                stopped = watch.stopped();
                next = stopped ? Optional.empty() : enrich.next();
            }
            whole = !stopped;
        }
        if (whole) {
            reached = course.end();
            desk.pass(reached);
        }
        return summary(articles, course, desk.count(), reached, whole);
    }

    private void take(Desk desk, ParallelEnrich.Result result, Consumer<String> bad) throws IOException {
        Turn turn = result.turn();
        if (result.enriched().isPresent()) {
            desk.accept(
                    turn,
                    result.enriched().get(),
                    deskOf(turn, result.enriched().get()),
                    bad);
        } else {
            desk.failed(turn);
            bad.accept("article " + turn.article().id() + ": ENRICH failed: " + result.failure());
        }
    }

    private String deskOf(Turn turn, Enriched enriched) {
        return deskRule.desk(enriched.document().lang(), turn.section());
    }

    private static Summary summary(Articles articles, Course course, Count count, Instant reached, boolean whole) {
        return new Summary(
                count.articles(),
                count.undated(),
                articles.bad() + count.failed(),
                count.repeated() + course.repeated(),
                count.stories(),
                reached,
                whole);
    }

    /**
     * Runs the same articles through several configurations of STORY at once: ENRICH once, STORY and FACT for each.
     *
     * @param folder gets a folder for each configuration, named as it is, with assignments, updates, stories and manifest
     */
    public Map<String, Summary> sweep(Articles articles, Path folder, Map<String, Sweep.Variant> variants)
            throws IOException, InterruptedException {
        return new Sweep(this, articles, folder).run(variants);
    }

    /** For {@link Sweep}. */
    List<String> deskOf(List<ParallelEnrich.Result> results) {
        return results.stream()
                .map(each -> each.enriched()
                        .map(enriched -> deskOf(each.turn(), enriched))
                        .orElse(""))
                .toList();
    }

    static Summary sweepSummary(Articles articles, Course course, Count count, Instant reached, boolean whole) {
        return summary(articles, course, count, reached, whole);
    }
}
