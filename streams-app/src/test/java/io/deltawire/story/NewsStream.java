package io.deltawire.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * News without end: words as common as the background table has them, stories with words of their own. The same seed gives the
 * same stream.
 */
final class NewsStream {
    private static final int WORDS = 90;
    private static final int OWN_WORDS = 14;

    private final SplittableRandom random;
    private final List<String> words = new ArrayList<>();
    private final int[] until;
    private final int stories;
    private int number;

    /** @param stories stories under way at a time; each article is about one of them, drawn evenly */
    NewsStream(long seed, int stories) {
        this.random = new SplittableRandom(seed);
        this.stories = stories;
        List<Integer> sums = new ArrayList<>();
        int sum = 0;
        for (String line : Background.shipped().lines()) {
            if (!line.startsWith("#")) {
                words.add(line.substring(0, line.indexOf('\t')));
                sum += Integer.parseInt(line.substring(line.indexOf('\t') + 1));
                sums.add(sum);
            }
        }
        until = sums.stream().mapToInt(Integer::intValue).toArray();
    }

    Digest next(Instant at) {
        return article(random.nextInt(stories), at);
    }

    Digest article(int story, Instant at) {
        TreeMap<String, int[]> counts = new TreeMap<>();
        SplittableRandom own = new SplittableRandom(story);
        for (int i = 0; i < OWN_WORDS; i++) {
            // A story's own words: some rare names no other story has, some from the common stock.
            String word = i % 2 == 0 ? "name" + story + "x" + i : draw(own);
            if (random.nextInt(10) < 8) {
                counts.computeIfAbsent(word, key -> new int[3])[i < 5 ? 0 : i < 9 ? 1 : 2] += 1 + random.nextInt(3);
            }
        }
        for (int i = 0; i < WORDS; i++) {
            counts.computeIfAbsent(draw(random), key -> new int[3])[2]++;
        }
        List<Digest.Term> terms = new ArrayList<>();
        counts.forEach((term, count) -> terms.add(new Digest.Term(term, count[0], count[1], count[2])));
        List<Integer> signature = new ArrayList<>();
        for (int i = 0; i < Signature.SIZE; i++) {
            signature.add(random.nextInt(1 << 16));
        }
        String id = "n" + number++;
        return new Digest(
                id,
                "en",
                "outlet" + random.nextInt(300),
                at,
                "Report " + id + " of story " + story,
                terms,
                entities(story),
                List.of("age=" + own.nextInt(18, 80)),
                List.of(),
                signature,
                220,
                List.of());
    }

    /** An article that is a headline only: a few of the story's words and one that any story may have. */
    Digest headline(int story, Instant at) {
        TreeMap<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < 6; i++) {
            counts.put("name" + story + "x" + (i + random.nextInt(3)), new int[] {1, 0, 0});
        }
        counts.put(draw(random), new int[] {1, 0, 0});
        List<Digest.Term> terms = new ArrayList<>();
        counts.forEach((term, count) -> terms.add(new Digest.Term(term, 1, 0, 0)));
        String id = "h" + number++;
        return new Digest(
                id, "en", "", at, "Headline " + id, terms, List.of(), List.of(), List.of(), List.of(), 9, List.of());
    }

    /** A story drawn so that few are told of often and most once or twice: popularity falls with the square root of the rank. */
    int drawSkewed() {
        double u = random.nextDouble();
        return (int) (u * u * stories);
    }

    private static List<Digest.EntityWeight> entities(int story) {
        List<Digest.EntityWeight> entities = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "name" + story + "x" + i;
            entities.add(new Digest.EntityWeight("x:" + name, name, i < 2 ? "PERSON" : "PLACE", i == 0, true, 2));
        }
        return entities;
    }

    private String draw(SplittableRandom from) {
        int at = java.util.Arrays.binarySearch(until, from.nextInt(until[until.length - 1]));
        return words.get(at < 0 ? -at - 1 : Math.min(at + 1, words.size() - 1));
    }
}
