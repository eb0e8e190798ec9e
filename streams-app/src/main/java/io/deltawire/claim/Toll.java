package io.deltawire.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * How many were killed and how many injured, from persons told one by one and groups with a number. Groups and persons are
 * two ways to tell the same thing, so the greater counts; only "two others" comes on top.
 *
 * @param lastKilled token of the last person counted as killed, -1 when none
 */
record Toll(int killed, int injured, int lastKilled, int lastInjured) {

    static Toll of(List<Referent> referents) {
        boolean current = referents.stream().anyMatch(r -> (r.dead || r.injured) && !r.history);
        List<Referent> single = new ArrayList<>();
        int deadGroup = 0;
        int hurtGroup = 0;
        int deadOthers = 0;
        int hurtOthers = 0;
        int lastKilled = -1;
        int lastInjured = -1;
        for (Referent referent : referents) {
            if (!(referent.dead || referent.injured) || (current && referent.history)) {
                continue;
            }
            if (referent.count == 1) {
                merge(single, referent);
            } else if (referent.other) {
                deadOthers = referent.dead ? Math.max(deadOthers, referent.count) : deadOthers;
                hurtOthers = referent.dead ? hurtOthers : Math.max(hurtOthers, referent.count);
            } else if (referent.dead) {
                deadGroup = Math.max(deadGroup, referent.count);
            } else {
                hurtGroup = Math.max(hurtGroup, referent.count);
            }
            lastKilled = referent.dead ? Math.max(lastKilled, referent.token) : lastKilled;
            lastInjured = referent.dead ? lastInjured : Math.max(lastInjured, referent.token);
        }
        int dead = (int) single.stream().filter(r -> r.dead).count();
        int hurt = single.size() - dead;
        int killed = Math.max(dead + deadOthers, deadGroup);
        int injured = hurt + hurtOthers >= hurtGroup
                ? hurt + hurtOthers
                : Math.max(
                        hurt + hurtOthers,
                        dead > 0 && killed <= dead ? hurtGroup - overlap(dead, hurtGroup, hurt) : hurtGroup);
        return new Toll(killed, injured, lastKilled, lastInjured);
    }

    /** Of a group that was shot, those told to have died later. */
    private static int overlap(int dead, int group, int hurt) {
        return group == dead + hurt ? dead : 0;
    }

    private static void merge(List<Referent> single, Referent referent) {
        Referent copy = new Referent(1, referent.sentence, referent.other);
        copy.take(referent);
        copy.history = referent.history;
        for (Referent known : single) {
            boolean apart = referent.other
                    || referent.apart.stream().anyMatch(known.apart::contains)
                    || known.apart.contains(referent);
            if (!apart && known.compatible(copy)) {
                known.take(copy);
                return;
            }
        }
        single.add(copy);
    }
}
