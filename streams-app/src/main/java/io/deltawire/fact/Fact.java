package io.deltawire.fact;

import io.deltawire.claim.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slot of a story with all positions ever held on it, in order of first report. Its id is content-derived from the story and the slot
 * at opening. Immutable; each is itself and equal to no other, since all of a story's are looked through with every article.
 */
final class Fact {
    private final String id;
    private final String storyId;
    private final Slot slot;
    private final List<Standing> standings;
    private final long ticks;
    private final @Nullable Standing leading;
    /** Of the leading position; NaN when that is no number. */
    private final double number;

    private final Instant lastAt;
    private final boolean disputed;
    private final int support;

    Fact(String id, String storyId, Slot slot, List<Standing> standings, long ticks) {
        this.id = id;
        this.storyId = storyId;
        this.slot = slot;
        this.standings = List.copyOf(standings);
        this.ticks = ticks;
        leading = leader(this.standings);
        Instant last = Instant.MIN;
        boolean competing = false;
        int most = 0;
        for (Standing standing : this.standings) {
            last = standing.lastAt().isAfter(last) ? standing.lastAt() : last;
            competing |= standing.state() == Standing.State.COMPETING;
            most = Math.max(most, standing.backings().size());
        }
        lastAt = last;
        disputed = competing;
        support = most;
        number = leading == null || slot.kind() != Kind.QUANTITY ? Double.NaN : Figures.number(leading.value());
    }

    private static @Nullable Standing leader(List<Standing> standings) {
        for (Standing standing : standings) {
            if (standing.state() == Standing.State.LEADING) {
                return standing;
            }
        }
        return null;
    }

    String id() {
        return id;
    }

    String storyId() {
        return storyId;
    }

    Slot slot() {
        return slot;
    }

    List<Standing> standings() {
        return standings;
    }

    long ticks() {
        return ticks;
    }

    @Nullable
    Standing leading() {
        return leading;
    }

    /** The leading figure, the middle of a range; NaN when nothing leads or that is no figure. */
    double number() {
        return number;
    }

    boolean disputed() {
        return disputed;
    }

    Fact with(List<Standing> others) {
        return new Fact(id, storyId, slot, others, ticks);
    }

    Fact with(Slot other) {
        return other == slot ? this : new Fact(id, storyId, other, standings, ticks);
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
        return lastAt;
    }

    /** Most sources any position has. */
    int support() {
        return support;
    }
}
