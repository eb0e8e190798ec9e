package io.deltawire.replay;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * A part of {@code articles.raw} that does not move any more, whatever is written to the topic.
 *
 * @param spans by partition, from its first offset to the one after its last
 * @param from records of an earlier time are left out; empty for none
 * @param to articles that take effect at this time or later are left out; empty for none
 */
public record RawRange(String topic, SortedMap<Integer, Span> spans, Optional<Instant> from, Optional<Instant> to) {
    private static final Pattern SPAN = Pattern.compile("(\\d+):(\\d+)-(\\d+)");
    private static final Pattern TIME = Pattern.compile(" (from|to) (\\S+)");

    /** Offsets of one partition: {@code begin} included, {@code end} not. */
    public record Span(long begin, long end) {}

    /**
     * Fixes a range to what is on the topic now.
     *
     * @throws IOException if there is no such topic, or an offset is not on it
     */
    static RawRange of(Consumer<?, ?> consumer, String topic, List<TopicPartition> partitions, Bound from, Bound to)
            throws IOException {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> starts =
                from.time().isPresent() ? at(consumer, partitions, from.time().get()) : Map.of();
        SortedMap<Integer, Span> spans = new TreeMap<>();
        for (TopicPartition partition : partitions) {
            long begin = begins.getOrDefault(partition, 0L);
            long end = ends.getOrDefault(partition, 0L);
            int number = partition.partition();
            long first = within(partition, from.offsets().getOrDefault(number, begin), begin, end);
            if (from.time().isPresent()) {
                first = starts.getOrDefault(partition, end);
            }
            long last = within(partition, to.offsets().getOrDefault(number, end), begin, end);
            spans.put(number, new Span(Math.min(first, last), last));
        }
        unknown(topic, from, spans);
        unknown(topic, to, spans);
        return new RawRange(topic, spans, from.time(), to.time());
    }

    /**
     * First offsets at which something is of that time or later: records before are all earlier. It may be a commit marker,
     * which bears the wall clock; so records are looked at by their own time as well.
     */
    private static Map<TopicPartition, Long> at(
            Consumer<?, ?> consumer, List<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
        Map<TopicPartition, Long> found = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndTimestamp> each :
                consumer.offsetsForTimes(times).entrySet()) {
            if (each.getValue() != null) {
                found.put(each.getKey(), each.getValue().offset());
            }
        }
        return found;
    }

    private static long within(TopicPartition partition, long offset, long begin, long end) throws IOException {
        if (offset < begin || offset > end) {
            throw new IOException(
                    "offset " + offset + " is not on " + partition + ", which has " + begin + " to " + end);
        }
        return offset;
    }

    private static void unknown(String topic, Bound bound, SortedMap<Integer, Span> spans) throws IOException {
        for (Integer partition : bound.offsets().keySet()) {
            if (!spans.containsKey(partition)) {
                throw new IOException(topic + " has no partition " + partition + "; it has " + spans.size());
            }
        }
    }

    /** Offsets in all; no more records than that. */
    long size() {
        return spans.values().stream()
                .mapToLong(span -> span.end() - span.begin())
                .sum();
    }

    /** In one line, to be read again by {@link #parse}. */
    @Override
    public String toString() {
        return "topic " + topic + ", offsets "
                + spans.entrySet().stream()
                        .map(span -> span.getKey() + ":" + span.getValue().begin() + "-"
                                + span.getValue().end())
                        .collect(Collectors.joining(","))
                + from.map(time -> " from " + time).orElse("")
                + to.map(time -> " to " + time).orElse("");
    }

    /** Finds a range that {@link #toString} wrote within a text; empty when there is none of this topic. */
    public static Optional<RawRange> parse(String text, String topic) {
        String begin = "topic " + topic + ", offsets ";
        int at = text.indexOf(begin);
        if (at < 0) {
            return Optional.empty();
        }
        String rest = text.substring(at + begin.length());
        int space = rest.indexOf(' ');
        Matcher span = SPAN.matcher(space < 0 ? rest : rest.substring(0, space));
        SortedMap<Integer, Span> spans = new TreeMap<>();
        while (span.find()) {
            spans.put(
                    Integer.parseInt(span.group(1)),
                    new Span(Long.parseLong(span.group(2)), Long.parseLong(span.group(3))));
        }
        Map<String, Instant> times = new HashMap<>();
        Matcher time = TIME.matcher(rest);
        while (time.find()) {
            times.put(time.group(1), Instant.parse(time.group(2)));
        }
        return Optional.of(new RawRange(
                topic, spans, Optional.ofNullable(times.get("from")), Optional.ofNullable(times.get("to"))));
    }
}
