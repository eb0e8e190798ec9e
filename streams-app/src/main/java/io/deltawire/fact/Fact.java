package io.deltawire.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slot of a story with all positions ever held on it.
 *
 * @param id content-derived from the story and the slot at opening
 * @param standings positions in order of first report
 * @param ticks statements so far
 */
record Fact(String id, String storyId, Slot slot, List<Standing> standings, long ticks) {
    Fact {
        standings = List.copyOf(standings);
    }

    @Nullable
    Standing leading() {
        for (Standing standing : standings) {
            if (standing.state() == Standing.State.LEADING) {
                return standing;
            }
        }
        return null;
    }

    boolean disputed() {
        return standings.stream().anyMatch(standing -> standing.state() == Standing.State.COMPETING);
    }

    Fact with(List<Standing> others) {
        return new Fact(id, storyId, slot, others, ticks);
    }

    Fact with(Slot other) {
        return new Fact(id, storyId, other, standings, ticks);
    }

    Fact withId(String other) {
        return new Fact(other, storyId, slot, standings, ticks);
    }

    Fact in(String story) {
        return new Fact(id, story, slot, standings, ticks);
    }

    /** The position a source stated last, or null when it never spoke. */
    @Nullable
    Standing heldBy(String source) {
        Standing held = null;
        Backing latest = null;
        for (Standing standing : standings) {
            Backing backing = standing.backing(source);
            if (backing != null && (latest == null || backing.after(latest))) {
                latest = backing;
                held = standing;
            }
        }
        return held;
    }

    /** Sources whose last word is this position. */
    List<String> holders(Standing standing) {
        List<String> holders = new ArrayList<>();
        for (Backing backing : standing.backings()) {
            if (standing.equals(heldBy(backing.source()))) {
                holders.add(backing.source());
            }
        }
        return holders;
    }

    Instant lastAt() {
        Instant last = Instant.MIN;
        for (Standing standing : standings) {
            last = standing.lastAt().isAfter(last) ? standing.lastAt() : last;
        }
        return last;
    }

    /** Most sources any position has. */
    int support() {
        return standings.stream()
                .mapToInt(standing -> standing.backings().size())
                .max()
                .orElse(0);
    }
}
