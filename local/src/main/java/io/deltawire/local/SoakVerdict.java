package io.deltawire.local;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The middle third of a soak beside its last: the first third is warm-up.
 *
 * @param flat whether the app kept up, and its memory did not grow by more than a tenth
 */
record SoakVerdict(boolean flat, List<String> lines) {
    private static final double GROWTH = 1.1;

    /** Seconds of input that the app may be behind. */
    private static final int BEHIND_SECONDS = 5;

    static SoakVerdict of(List<SoakSample> samples, int rate) {
        int third = samples.size() / 3;
        List<SoakSample> middle = samples.subList(third, 2 * third);
        List<SoakSample> last = samples.subList(2 * third, samples.size());
        double rssBefore = median(middle, SoakSample::rss);
        double rssAfter = median(last, SoakSample::rss);
        double behindBefore = median(middle, sample -> sample.behind());
        double behindAfter = median(last, sample -> sample.behind());
        boolean steady = rssAfter <= GROWTH * rssBefore;
        boolean keepsUp = behindAfter <= Math.max(behindBefore, (double) BEHIND_SECONDS * rate);
        SoakSample end = samples.get(samples.size() - 1);
        return new SoakVerdict(
                steady && keepsUp,
                List.of(
                        line(
                                "RSS, median of the middle third %.0f MB, of the last %.0f MB: %s",
                                rssBefore, rssAfter, steady ? "flat" : "grows"),
                        line(
                                "behind, median of the middle third %.0f articles, of the last %.0f: %s",
                                behindBefore, behindAfter, keepsUp ? "keeps up" : "falls back"),
                        line(
                                "a live story: %.1f KB on disk (%d stories)",
                                end.disk() * 1024 / Math.max(1, end.liveStories()), end.liveStories())));
    }

    private static String line(String format, Object... values) {
        return "soak: " + String.format(Locale.ROOT, format, values);
    }

    private static double median(List<SoakSample> samples, ToDoubleFunction<SoakSample> value) {
        return samples.stream()
                .mapToDouble(value)
                .sorted()
                .skip(samples.size() / 2)
                .findFirst()
                .orElse(0);
    }
}
