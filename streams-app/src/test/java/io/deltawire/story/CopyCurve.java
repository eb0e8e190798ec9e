package io.deltawire.story;

import io.deltawire.engine.Enricher;
import io.deltawire.evaluate.GoldStories;
import io.deltawire.state.MapPieces;
import io.deltawire.text.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Prints how much editing a copy survives: labelled articles run through STORY, some of them printed again some hours later by
 * another outlet, edited by a program. Run by hand: {@code main} takes the folder of the labelled sets, and at will settings of STORY
 * as {@code name=value}.
 */
public final class CopyCurve {
    private static final int ORIGINALS = 900;
    /** Every so manyth article is printed again. */
    private static final int EVERY = 3;

    /** Words of the shortest text that is printed again. */
    private static final int LEAST_WORDS = 60;

    private static final String AGAIN = "~";

    private final List<GoldStories.Row> originals;
    private final StoryConfig config;
    private final List<String> words;
    private final List<String> sentences;
    private final Enricher enricher = new Enricher();
    private final Map<String, Digest> digests = new HashMap<>();
    private SplittableRandom random = new SplittableRandom(1);

    private CopyCurve(Path data, StoryConfig config) throws IOException {
        this.config = config;
        List<GoldStories.Row> rows = GoldStories.read(data, "gun-violence").rows();
        originals = rows.subList(0, ORIGINALS);
        // Words and sentences to edit with come from articles that are not in the stream.
        List<String> others = rows.subList(ORIGINALS, 2 * ORIGINALS).stream()
                .map(row -> row.article().text())
                .toList();
        words = others.stream()
                .flatMap(text -> Arrays.stream(text.split("\\s+")))
                .toList();
        sentences = others.stream().flatMap(text -> sentences(text).stream()).toList();
        originals.forEach(row ->
                digests.put(row.article().id(), enricher.enrich(row.article()).digest()));
    }

    public static void main(String[] args) throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (String setting : List.of(args).subList(1, args.length)) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        CopyCurve curve = new CopyCurve(Path.of(args[0]), StoryConfig.from(settings));
        System.out.println("edit                                copies  in the story  counted as copies");
        for (Map.Entry<String, UnaryOperator<String>> edit : curve.edits().entrySet()) {
            curve.print(edit.getKey(), edit.getValue());
        }
        curve.printApart();
    }

    private Map<String, UnaryOperator<String>> edits() {
        Map<String, UnaryOperator<String>> edits = new LinkedHashMap<>();
        edits.put("nothing but the headline", text -> text);
        for (int percent : new int[] {5, 10, 15, 20, 25, 30}) {
            edits.put(percent + " % of words replaced", text -> replaced(text, percent));
        }
        for (int percent : new int[] {20, 40, 60, 75}) {
            edits.put(percent + " % of sentences dropped", text -> String.join(" ", kept(text, percent)));
        }
        edits.put("cut to the first third", text -> firstThird(text));
        edits.put("sentences in another order", text -> String.join(" ", shuffled(sentences(text))));
        for (int percent : new int[] {50, 100, 200}) {
            edits.put(percent + " % of other sentences put in", text -> longer(text, percent));
        }
        edits.put("10 % of words, 20 % dropped", text -> replaced(String.join(" ", kept(text, 20)), 10));
        edits.put(
                "10 % of words, 40 %, another order", text -> replaced(String.join(" ", shuffled(kept(text, 40))), 10));
        edits.put(
                "15 % of words, 30 % dropped, 30 % put in",
                text -> longer(replaced(String.join(" ", kept(text, 30)), 15), 30));
        return edits;
    }

    private void print(String name, UnaryOperator<String> edit) {
        random = new SplittableRandom(7);
        List<Digest> stream = new ArrayList<>();
        for (int i = 0; i < originals.size(); i++) {
            Article article = originals.get(i).article();
            stream.add(digest(article.id()));
            if (i % EVERY == 0 && article.text().split("\\s+").length >= LEAST_WORDS) {
                stream.add(enricher.enrich(again(article, edit.apply(article.text())))
                        .digest());
            }
        }
        Map<String, Placement> placed = run(stream);
        int copies = 0;
        int joined = 0;
        int counted = 0;
        for (String id : placed.keySet()) {
            if (id.endsWith(AGAIN)) {
                Placement original = placement(placed, id.substring(0, id.length() - AGAIN.length()));
                Placement copy = placement(placed, id);
                copies++;
                joined += copy.storyId().equals(original.storyId()) ? 1 : 0;
                counted += copy.sourceKey().equals(original.sourceKey()) ? 1 : 0;
            }
        }
        System.out.printf(
                "%-42s %5d %12.1f %% %15.1f %%%n", name, copies, 100.0 * joined / copies, 100.0 * counted / copies);
    }

    /** Counts articles of other outlets that are told for copies though they share little with what they are to be copies of. */
    private void printApart() {
        List<Digest> stream =
                originals.stream().map(row -> digest(row.article().id())).toList();
        Map<String, Placement> placed = run(stream);
        Map<String, Article> articles = new HashMap<>();
        originals.forEach(row -> articles.put(row.article().id(), row.article()));
        int copies = 0;
        int apart = 0;
        for (Map.Entry<String, Placement> entry : placed.entrySet()) {
            Article parent = articles.get(entry.getValue().duplicateOf());
            Article article = articles.get(entry.getKey());
            if (parent != null && article != null && !article.source().equals(parent.source())) {
                copies++;
                double shared = shared(article.text(), parent.text());
                apart += shared < 0.3 ? 1 : 0;
                System.out.printf(
                        "%s %s is a copy of %s %s: %.2f%n",
                        article.id(), article.source(), parent.id(), parent.source(), shared);
            }
        }
        System.out.printf("%d articles of other outlets are copies, %d of them share less than 0.3%n", copies, apart);
    }

    /** Share of the shorter text's runs of three words that the other has too. */
    private static double shared(String one, String other) {
        List<String> ours = runs(one);
        List<String> theirs = runs(other);
        double both = ours.stream().filter(theirs::contains).count();
        return both / Math.max(1, Math.min(ours.size(), theirs.size()));
    }

    private static List<String> runs(String text) {
        String[] words = text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\d]+");
        List<String> runs = new ArrayList<>();
        for (int i = 2; i < words.length; i++) {
            runs.add(words[i - 2] + " " + words[i - 1] + " " + words[i]);
        }
        return runs.stream().distinct().toList();
    }

    private Map<String, Placement> run(List<Digest> stream) {
        List<Digest> order = new ArrayList<>(stream);
        order.sort(Comparator.comparing(Digest::publishedAt).thenComparing(Digest::articleId));
        StoryEngine engine = new StoryEngine(new MapPieces(), config, StoryModels.shipped());
        Map<String, Placement> placed = new LinkedHashMap<>();
        for (Digest digest : order) {
            engine.advance(digest.publishedAt());
            placed.put(digest.articleId(), engine.place(digest, digest.publishedAt()));
        }
        return placed;
    }

    private Digest digest(String id) {
        return known(digests.get(id));
    }

    private static Placement placement(Map<String, Placement> placed, String id) {
        return known(placed.get(id));
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("Not in the stream");
        }
        return value;
    }

    /** Printed again elsewhere, under a headline of the copier's own: words of the old one in another order, and two new. */
    private Article again(Article article, String text) {
        List<String> title = new ArrayList<>(List.of(article.title().split("\\s+")));
        title.add(word());
        title.add(word());
        return new Article(
                article.id() + AGAIN,
                "",
                String.join(" ", shuffled(title)),
                text,
                article.publishedAt().plus(Duration.ofHours(5)),
                "reprints.example",
                article.lang());
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }

    private String replaced(String text, int percent) {
        String[] all = text.split("\\s+");
        for (int i = 0; i < all.length; i++) {
            all[i] = random.nextInt(100) < percent ? word() : all[i];
        }
        return String.join(" ", all);
    }

    private static List<String> sentences(String text) {
        return List.of(text.split("(?<=[.!?][\"”]?)\\s+"));
    }

    /** Sentences that are left; at least one. */
    private List<String> kept(String text, int percentDropped) {
        List<String> all = new ArrayList<>(sentences(text));
        for (int left = all.size() * percentDropped / 100; left > 0 && all.size() > 1; left--) {
            all.remove(random.nextInt(all.size()));
        }
        return all;
    }

    private static String firstThird(String text) {
        List<String> all = sentences(text);
        return String.join(" ", all.subList(0, Math.max(1, all.size() / 3)));
    }

    private List<String> shuffled(List<String> all) {
        List<String> order = new ArrayList<>(all);
        for (int i = order.size() - 1; i > 0; i--) {
            java.util.Collections.swap(order, i, random.nextInt(i + 1));
        }
        return order;
    }

    private String longer(String text, int percent) {
        List<String> all = new ArrayList<>(sentences(text));
        for (int more = Math.max(1, all.size() * percent / 100); more > 0; more--) {
            all.add(random.nextInt(all.size() + 1), sentences.get(random.nextInt(sentences.size())));
        }
        return String.join(" ", all);
    }
}
