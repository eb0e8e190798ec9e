package io.deltawire.bench;

import io.deltawire.story.Background;
import io.deltawire.story.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Digests without end for any number of stories under way: words as common as the background table has them, names that no other
 * story has. The same seed gives the same stream.
 */
final class MadeUpNews {
    private static final int WORDS = 90;
    private static final int OWN_WORDS = 14;
    private static final int OUTLETS = 300;
    private static final int SIGNATURE = 64;

    private final SplittableRandom random;
    private final List<String> words = new ArrayList<>();
    private final int[] until;
    private final int stories;
    private int number;

    MadeUpNews(long seed, int stories) {
        this.random = new SplittableRandom(seed);
        this.stories = stories;
        List<Integer> sums = new ArrayList<>();
        int sum = 0;
        for (String line : Background.shipped().lines()) {
            if (!line.startsWith("#")) {
                int tab = line.indexOf('\t');
                words.add(line.substring(0, tab));
                sum += Integer.parseInt(line.substring(tab + 1));
                sums.add(sum);
            }
        }
        until = sums.stream().mapToInt(Integer::intValue).toArray();
    }

    /** An article of any story. */
    Digest next(Instant at) {
        return article(random.nextInt(stories), at);
    }

    Digest article(int story, Instant at) {
        TreeMap<String, int[]> counts = new TreeMap<>();
        SplittableRandom own = new SplittableRandom(story);
        for (int i = 0; i < OWN_WORDS; i++) {
            String word = i % 2 == 0 ? name(story, i) : draw(own);
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
        for (int i = 0; i < SIGNATURE; i++) {
            signature.add(random.nextInt(1 << 16));
        }
        String id = "n" + number++;
        return new Digest(
                id,
                "en",
                "outlet" + random.nextInt(OUTLETS),
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

    private static List<Digest.EntityWeight> entities(int story) {
        List<Digest.EntityWeight> entities = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = name(story, i);
            entities.add(new Digest.EntityWeight("x:" + name, name, i < 2 ? "PERSON" : "PLACE", i == 0, true, 2));
        }
        return entities;
    }

    private static String name(int story, int i) {
        return "name" + story + "x" + i;
    }

    private String draw(SplittableRandom from) {
        int at = Arrays.binarySearch(until, from.nextInt(until[until.length - 1]));
        return words.get(at < 0 ? -at - 1 : Math.min(at + 1, words.size() - 1));
    }
}
