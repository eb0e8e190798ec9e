package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.text.Hedge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A position of a fact as the engine keeps it.
 *
 * @param planned stated as planned, not as happened
 * @param backings sources in order of first report
 * @param cites latest statements, oldest first
 * @param announced number of sources last given out as corroboration
 */
record Standing(
        String value,
        String valueId,
        String unit,
        Hedge hedge,
        boolean planned,
        State state,
        Instant firstAt,
        Instant lastAt,
        List<Backing> backings,
        List<Cite> cites,
        List<String> speakers,
        int announced) {

    enum State {
        LEADING,
        /** Against the leading one in an open dispute. */
        COMPETING,
        /** Led or competed once, and gave way. */
        SUPERSEDED,
        /** Stated, never led: compatible with the leader, lagging behind it, or too unsure to change anything. */
        BESIDE,
        RETRACTED
    }

    Standing {
        backings = List.copyOf(backings);
        cites = List.copyOf(cites);
        speakers = List.copyOf(speakers);
    }

    static Standing of(Claim claim, State state, Instant at) {
        return new Standing(
                Agreement.status(claim),
                claim.valueId(),
                claim.unit(),
                claim.hedge(),
                claim.modality() == Modality.PLANNED,
                state,
                at,
                at,
                List.of(),
                List.of(),
                List.of(),
                1);
    }

    Standing in(State other) {
        return other == state
                ? this
                : new Standing(
                        value, valueId, unit, hedge, planned, other, firstAt, lastAt, backings, cites, speakers,
                        announced);
    }

    /** Without single statements and speakers; the sources and their counts stay. */
    Standing folded() {
        return cites.isEmpty() && speakers.isEmpty()
                ? this
                : new Standing(
                        value, valueId, unit, hedge, planned, state, firstAt, lastAt, backings, List.of(), List.of(),
                        announced);
    }

    Standing announcing(int sources) {
        return new Standing(
                value, valueId, unit, hedge, planned, state, firstAt, lastAt, backings, cites, speakers, sources);
    }

    /** With one more statement; the firmest hedge stays. */
    Standing stated(Claim claim, String source, Instant at, long tick, FactConfig config) {
        List<Backing> sources = new ArrayList<>(backings);
        int known = indexOf(source);
        if (known >= 0) {
            sources.set(known, new Backing(source, backings.get(known).statements() + 1, at, tick));
        } else if (sources.size() < config.maxSources()) {
            sources.add(new Backing(source, 1, at, tick));
        }
        List<Cite> latest = new ArrayList<>();
        cites.forEach(cite -> latest.add(cite.bare()));
        // of figures alone: nothing else is read side by side
        String sentence = claim.kind() == Kind.QUANTITY ? claim.sentence() : "";
        latest.add(new Cite(claim.articleId(), source, at, sentence));
        List<String> voices = new ArrayList<>(speakers);
        if (!claim.speaker().isEmpty() && !voices.contains(claim.speaker()) && voices.size() < config.maxSpeakers()) {
            voices.add(claim.speaker());
        }
        return new Standing(
                value,
                valueId.isEmpty() ? claim.valueId() : valueId,
                unit,
                claim.hedge().compareTo(hedge) < 0 ? claim.hedge() : hedge,
                planned && claim.modality() == Modality.PLANNED,
                state,
                firstAt,
                at.isAfter(lastAt) ? at : lastAt,
                sources,
                latest.subList(Math.max(0, latest.size() - config.maxCites()), latest.size()),
                voices,
                announced);
    }

    /** Without a source that stands by it no more. */
    Standing deserted(String source) {
        List<Backing> loyal = backings.stream()
                .filter(backing -> !backing.source().equals(source))
                .toList();
        return new Standing(
                value, valueId, unit, hedge, planned, state, firstAt, lastAt, loyal, cites, speakers, announced);
    }

    /** The part that rests on some articles, or the rest; null when nothing is left. Folded statements stay in the rest. */
    @Nullable
    Standing part(Set<String> articles, boolean inside) {
        List<Cite> kept = cites.stream()
                .filter(cite -> articles.contains(cite.articleId()) == inside)
                .toList();
        if (kept.size() == cites.size()) {
            return this;
        }
        List<Backing> sources = new ArrayList<>();
        for (Backing backing : backings) {
            int cited = count(cites, backing.source());
            int mine = count(kept, backing.source());
            int statements = inside ? mine : backing.statements() - cited + mine;
            if (statements > 0) {
                sources.add(new Backing(backing.source(), statements, backing.lastAt(), backing.tick()));
            }
        }
        if (sources.isEmpty()) {
            return null;
        }
        Instant first = inside && !kept.isEmpty() ? kept.get(0).at() : firstAt;
        Instant last = kept.isEmpty() ? lastAt : kept.get(kept.size() - 1).at();
        return new Standing(
                value, valueId, unit, hedge, planned, state, first, last, sources, kept, speakers, sources.size());
    }

    /** With another's statements of the same value; the later one's bounded rest is dropped. */
    Standing joined(Standing other) {
        List<Backing> sources = new ArrayList<>(backings);
        for (Backing backing : other.backings) {
            int known = indexOf(backing.source());
            if (known < 0) {
                sources.add(backing);
            } else {
                Backing mine = backings.get(known);
                Backing later = backing.after(mine) ? backing : mine;
                sources.set(
                        known,
                        new Backing(
                                mine.source(), mine.statements() + backing.statements(), later.lastAt(), later.tick()));
            }
        }
        List<Cite> all = new ArrayList<>(cites);
        all.addAll(other.cites);
        all.sort(java.util.Comparator.comparing(Cite::at));
        List<String> voices = new ArrayList<>(speakers);
        other.speakers.stream().filter(voice -> !voices.contains(voice)).forEach(voices::add);
        return new Standing(
                value,
                valueId.isEmpty() ? other.valueId : valueId,
                unit,
                hedge.compareTo(other.hedge) <= 0 ? hedge : other.hedge,
                planned && other.planned,
                state.compareTo(other.state) <= 0 ? state : other.state,
                firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt,
                lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt,
                sources,
                all,
                voices,
                Math.max(Math.max(announced, other.announced), sources.size()));
    }

    /** How its latest statement reads; "" where that is kept no more. */
    String sentence() {
        return cites.isEmpty() ? "" : cites.get(cites.size() - 1).sentence();
    }

    private static int count(List<Cite> cites, String source) {
        return (int) cites.stream().filter(cite -> cite.source().equals(source)).count();
    }

    private int indexOf(String source) {
        for (int i = 0; i < backings.size(); i++) {
            if (backings.get(i).source().equals(source)) {
                return i;
            }
        }
        return -1;
    }

    /** This source's backing, or null. */
    @Nullable
    Backing backing(String source) {
        int at = indexOf(source);
        return at < 0 ? null : backings.get(at);
    }

    List<String> sources() {
        return backings.stream().map(Backing::source).toList();
    }

    Position view() {
        return new Position(value, unit, hedge, sources(), firstAt, lastAt, speakers);
    }
}
