package io.deltawire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.state.MapPieces;
import io.deltawire.state.Pieces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");
    private static final int ANY = 1_000_000;

    private record Sent(String id, long second) {}

    @Test
    void nothingComesOutWhileAPartitionIsUnheardOf() {
        Order order = new Order(new MapPieces(), ANY);
        order.add("a", NOON, new byte[] {1});
        order.hear(0, 2, NOON.plusSeconds(60));
        assertThat(order.next()).isNull();
        order.hear(1, 2, NOON.plusSeconds(1));
        assertThat(order.next()).isNotNull();
    }

    @Test
    void aPartitionLeftOutHoldsNothingBackUntilItIsHeardOfAgain() {
        Order order = new Order(new MapPieces(), ANY);
        order.add("a", NOON, new byte[] {1});
        order.hear(0, 2, NOON.plusSeconds(60));
        assertThat(order.ignore(1)).isTrue();
        assertThat(order.next()).isNotNull();
        order.hear(1, 2, NOON.minusSeconds(60));
        order.add("b", NOON, new byte[] {1});
        assertThat(order.next()).isNull();
    }

    @Test
    void tooManyWaitingAreLetGoOldestFirstAndCounted() {
        Order order = new Order(new MapPieces(), 2);
        order.hear(0, 2, NOON);
        for (String id : List.of("c", "b", "a")) {
            order.add(id, NOON, new byte[] {1});
        }
        assertThat(order.next()).extracting(Order.Released::articleId).isEqualTo("a");
        assertThat(order.next()).isNull();
        assertThat(order.forced()).isEqualTo(1);
    }

    @Test
    void timesBeforeNineteenSeventyComeFirst() {
        Order order = new Order(new MapPieces(), ANY);
        order.add("after", Instant.ofEpochMilli(5), new byte[] {1});
        order.add("before", Instant.ofEpochMilli(-5), new byte[] {1});
        order.hear(0, 1, NOON);
        assertThat(order.next()).extracting(Order.Released::articleId).isEqualTo("before");
    }

    /** Whatever the interleaving of partitions, and wherever the process is restarted, there is one order. */
    @Property(tries = 300)
    void anyInterleavingAndRestartGivesOneOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int partitions,
            @ForAll @IntRange(max = 60) int articles) {
        Random random = new Random(seed);
        List<List<Sent>> sent = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
            sent.add(new ArrayList<>());
        }
        List<Sent> all = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            Sent article = new Sent("a" + random.nextInt(1000) + "-" + i, random.nextInt(40));
            all.add(article);
            sent.get(random.nextInt(partitions)).add(article);
        }
        sent.forEach(list -> list.sort(Comparator.comparingLong(Sent::second)));
        List<String> expected = all.stream()
                .sorted(Comparator.comparingLong(Sent::second).thenComparing(Sent::id))
                .map(Sent::id)
                .toList();
        assertThat(play(sent, new Random(seed + 1))).isEqualTo(expected);
        assertThat(play(sent, new Random(seed + 2))).isEqualTo(expected);
    }

    /** Articles that come late, but not later than the bound, find their place. */
    @Property(tries = 200)
    void lateWithinTheBoundChangesNothing(@ForAll long seed, @ForAll @IntRange(max = 50) int articles) {
        Random random = new Random(seed);
        List<Sent> inTime = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            inTime.add(new Sent("a%03d".formatted(i), 10L * i));
        }
        List<Sent> arriving = new ArrayList<>(inTime);
        arriving.sort(Comparator.comparingLong(sent -> sent.second() + random.nextInt(1) + jitter(seed, sent)));
        List<String> expected = inTime.stream().map(Sent::id).toList();
        assertThat(play(List.of(arriving), random, Duration.ofSeconds(60))).isEqualTo(expected);
    }

    private static long jitter(long seed, Sent sent) {
        return Math.floorMod(sent.id().hashCode() * 31L + seed, 60L);
    }

    private static List<String> play(List<List<Sent>> partitions, Random random) {
        return play(partitions, random, Duration.ZERO);
    }

    /** Sends partitions interleaved at random, with a restart of every part now and then, and closing marks. */
    private static List<String> play(List<List<Sent>> partitions, Random random, Duration bound) {
        List<Pieces> clocks = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        partitions.forEach(each -> {
            clocks.add(new MapPieces());
            at.add(0);
        });
        Pieces kept = new MapPieces();
        Order order = new Order(kept, ANY);
        List<String> out = new ArrayList<>();
        int left = partitions.stream().mapToInt(List::size).sum() + partitions.size();
        while (left > 0) {
            int p = random.nextInt(partitions.size());
            int next = at.get(p);
            if (next > partitions.get(p).size()) {
                continue;
            }
            SourceClock clock = new SourceClock(clocks.get(p), bound);
            if (next < partitions.get(p).size()) {
                Sent sent = partitions.get(p).get(next);
                order.add(sent.id(), clock.article(Instant.ofEpochSecond(sent.second())), new byte[] {1});
            } else {
                clock.end(Instant.ofEpochSecond(10_000));
            }
            order.hear(p, partitions.size(), clock.watermark());
            at.set(p, next + 1);
            left--;
            for (Order.Released released = order.next(); released != null; released = order.next()) {
                out.add(released.articleId());
            }
            if (random.nextInt(10) == 0) {
                order = new Order(kept, ANY);
            }
        }
        return out;
    }
}
