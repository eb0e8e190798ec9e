package io.deltawire.fact;

import io.deltawire.story.StoryEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to a story, done to its facts. Nothing was stated anew, so nothing is a change. */
final class StoryMoves {
    private final FactStore store;

    StoryMoves(FactStore store) {
        this.store = store;
    }

    void apply(StoryEvent event) {
        switch (event.type()) {
            case MERGED -> merge(event.storyId(), event.otherStoryId());
            case SPLIT -> split(event.storyId(), event.otherStoryId(), event.moved());
            case OPENED -> begin(event.storyId(), event.articleId());
            case GREW, CLOSED, REOPENED -> {}
        }
    }

    private void begin(String story, String article) {
        // an article that comes again opens nothing
        if (!store.seen(story, article)) {
            store.begin(story);
        }
    }

    private void merge(String gone, String stays) {
        for (Fact fact : List.copyOf(store.of(gone).all())) {
            store.remove(fact);
            settleIn(fact, stays);
        }
        store.moveSeen(gone, stays, store.articles(gone));
        store.trim(stays);
    }

    private void settleIn(Fact fact, String story) {
        Fact counterpart = Alignment.find(
                fact.slot(),
                store.of(story).bucket(fact.slot().bucket()),
                new LinkedHashSet<>(fact.slot().around()),
                Set.of());
        if (counterpart == null) {
            store.put(fact.in(story));
        } else {
            store.put(union(counterpart, fact));
        }
    }

    private void split(String from, String to, List<String> moved) {
        Set<String> articles = new HashSet<>(moved);
        for (Fact fact : List.copyOf(store.of(from).all())) {
            Fact leaves = part(fact, articles, true);
            if (leaves == null) {
                continue;
            }
            Fact rest = part(fact, articles, false);
            if (rest == null) {
                store.remove(fact);
            } else {
                store.put(rest);
            }
            settleIn(rest == null ? leaves : leaves.withId(FactIds.split(to, fact.id())), to);
        }
        store.moveSeen(from, to, moved);
    }

    private static @Nullable Fact part(Fact fact, Set<String> articles, boolean inside) {
        List<Standing> kept = new ArrayList<>();
        boolean changed = false;
        for (Standing standing : fact.standings()) {
            boolean cited = standing.cites().stream().anyMatch(cite -> articles.contains(cite.articleId()));
            Standing part = cited ? standing.part(articles, inside) : inside ? null : standing;
            changed |= cited;
            if (part != null) {
                kept.add(part);
            }
        }
        if (kept.isEmpty()) {
            return null;
        }
        return changed || inside ? fact.with(led(kept)) : fact;
    }

    /** Both facts' positions; where they lead with different values, the one first reported later leads. */
    private static Fact union(Fact stays, Fact joins) {
        List<Standing> all = new ArrayList<>(stays.standings());
        for (Standing standing : joins.standings()) {
            int same = -1;
            for (int i = 0; i < all.size(); i++) {
                same = same < 0 && all.get(i).value().equals(standing.value()) ? i : same;
            }
            if (same < 0) {
                all.add(standing);
            } else {
                all.set(same, all.get(same).joined(standing));
            }
        }
        Fact both = new Fact(
                stays.id(),
                stays.storyId(),
                stays.slot()
                        .refined(joins.slot(), new LinkedHashSet<>(joins.slot().around())),
                led(all),
                Math.max(stays.ticks(), joins.ticks()));
        return both;
    }

    /** Exactly one leads: the newest of those that do, else the newest of the best there is. */
    private static List<Standing> led(List<Standing> standings) {
        int leader = -1;
        for (int i = 0; i < standings.size(); i++) {
            Standing standing = standings.get(i);
            if (standing.state() != Standing.State.RETRACTED
                    && (leader < 0 || better(standing, standings.get(leader)))) {
                leader = i;
            }
        }
        List<Standing> led = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            Standing standing = standings.get(i);
            boolean deposed = i != leader && standing.state() == Standing.State.LEADING;
            led.add(
                    i == leader
                            ? standing.in(Standing.State.LEADING)
                            : deposed ? standing.in(Standing.State.SUPERSEDED) : standing);
        }
        return led;
    }

    private static boolean better(Standing standing, Standing than) {
        int byState = standing.state().compareTo(than.state());
        return byState < 0 || (byState == 0 && standing.firstAt().isAfter(than.firstAt()));
    }
}
