package io.deltawire.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RawRangeTest {
    @Test
    void whatItPrintsIsReadAgain() {
        RawRange range = new RawRange(
                "t.articles.raw",
                new TreeMap<>(Map.of(0, new RawRange.Span(0, 17), 1, new RawRange.Span(5, 5))),
                Optional.of(Instant.parse("2025-05-11T00:00:00Z")),
                Optional.of(Instant.parse("2025-06-11T06:30:00Z")));
        assertThat(RawRange.parse("run 12ab of " + range + " as of 2025-06-01T00:00:00Z", "t.articles.raw"))
                .contains(range);
        assertThat(RawRange.parse(range.toString(), "other.articles.raw")).isEmpty();
        assertThat(range.size()).isEqualTo(17);
    }

    @Test
    void endsAreWrittenAsTimesDaysOrOffsets() {
        assertThat(Bound.parse("beginning")).isEqualTo(Bound.OF_TOPIC);
        assertThat(Bound.parse("end")).isEqualTo(Bound.OF_TOPIC);
        assertThat(Bound.parse("2025-05-11").time()).contains(Instant.parse("2025-05-11T00:00:00Z"));
        assertThat(Bound.parse("2025-05-11T06:00:00Z").time()).contains(Instant.parse("2025-05-11T06:00:00Z"));
        assertThat(Bound.parse("0:120,11:98").offsets()).isEqualTo(Map.of(0, 120L, 11, 98L));
        for (String wrong : new String[] {"yesterday", "0", "0:1,", "2025-13-01", ""}) {
            assertThatThrownBy(() -> Bound.parse(wrong)).hasMessageContaining("partition:offset");
        }
    }
}
