package io.deltawire.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many were killed and how many injured, from persons told one by one and groups with a number. Groups and persons are
 * two ways to tell the same thing, so the greater counts, unless the text tells them apart: "five children and his wife", "two
 * others". One of an injured group who is told of as dead later has moved.
 *
 * @param killedTold persons told one by one are part of the figure; otherwise it is some group's own number
 * @param moved somebody of an injured group died, so that the group's own number is no longer the figure
 * @param lastKilled token of the last person counted as killed, -1 when none
 */
record Toll(
        int killed,
        int injured,
        boolean killedTold,
        boolean injuredTold,
        boolean moved,
        int lastKilled,
        int lastInjured) {

    /** Who is told of for the first time this many sentences after the first is of another event: a sidebar, earlier cases. */
    private static final int REACH = 8;

    /** Sentences from the first told within which a group's number is the story's own. */
    private static final int LEAD = 3;

    static Toll of(List<Referent> referents) {
        int begin = referents.stream()
                .filter(r -> r.told >= 0)
                .mapToInt(r -> r.told)
                .min()
                .orElse(0);
        boolean current = referents.stream().anyMatch(r -> (r.dead || r.injured) && !r.history);
        List<Referent> single = new ArrayList<>();
        List<Referent> groups = new ArrayList<>();
        int lastKilled = -1;
        int lastInjured = -1;
        for (Referent referent : referents) {
            boolean tail = referent.told > begin + REACH;
            if (!(referent.dead || referent.injured) || (current && referent.history) || tail) {
                continue;
            }
            if (referent.count == 1 && !referent.heads.contains("dead")) {
                merge(single, referent);
            } else {
                groups.add(referent);
            }
            lastKilled = referent.dead ? Math.max(lastKilled, referent.token) : lastKilled;
            lastInjured = referent.dead ? lastInjured : Math.max(lastInjured, referent.token);
        }
        if (single.size() == 2 && groups.isEmpty()) {
            single.removeIf(person -> single.stream().anyMatch(other -> shotDead(person, other)));
        }
        int dead = (int) single.stream().filter(r -> r.dead).count();
        int killed = figure(groups, single, true, dead, begin);
        boolean withDead = groups.removeIf(group -> !group.dead
                && group.told > begin
                && (group.whole ? group.count == killed : all(group, groups, killed)));
        int members = members(groups, single);
        int hurt = figure(groups, single, false, single.size() - dead, begin);
        int others = together(groups, single, group -> group.shot && group.other && !group.dead, false);
        int shot = together(groups, single, group -> group.shot && !group.other && !group.dead, false);
        int ordinal = single.stream()
                .filter(person -> !person.dead)
                .mapToInt(person -> person.ordinal)
                .max()
                .orElse(0);
        boolean moved = withDead || members > 0 || (shot > killed && killed > 0 && shot > hurt);
        int injured = Math.max(hurt - members, Math.max(others, Math.max(shot, ordinal) - killed));
        return new Toll(
                killed,
                injured,
                killed > most(groups, true),
                injured > most(groups, false),
                moved,
                lastKilled,
                lastInjured);
    }

    /** A number early in the text speaks for all; without one the greater of the greatest group and the persons told. */
    private static int figure(List<Referent> groups, List<Referent> single, boolean dead, int told, int begin) {
        int together = together(groups, single, group -> group.dead == dead && !group.shot, dead);
        boolean lead = groups.stream()
                .anyMatch(group -> group.dead == dead && !group.shot && group.count > 1 && group.told <= begin + LEAD);
        return lead ? together : Math.max(together, told);
    }

    /** Who was only told to be shot, where one other person is told to be dead of whom nothing known forbids that it is the same. */
    private static boolean shotDead(Referent shot, Referent dead) {
        return shot.shot && !shot.dead && !shot.another() && dead.dead && !dead.another() && shot.alike(dead);
    }

    /** "Four were taken to hospital" where one was killed and three others were hurt: all of them. */
    private static boolean all(Referent group, List<Referent> groups, int killed) {
        return killed > 0
                && !group.other
                && groups.stream().anyMatch(other -> other.other && !other.dead && other.count + killed == group.count);
    }

    private static int most(List<Referent> groups, boolean dead) {
        return groups.stream()
                .filter(group -> group.dead == dead)
                .mapToInt(group -> group.count)
                .max()
                .orElse(0);
    }

    /** The greatest group, with those of the same lot that the text sets beside it or has told before "two others". */
    private static int together(List<Referent> groups, List<Referent> single, Predicate<Referent> meant, boolean dead) {
        int most = 0;
        for (Referent group : groups) {
            if (meant.test(group)) {
                int beside = 0;
                for (Referent other : single) {
                    boolean before = group.other && other.told >= 0 && other.told <= group.told;
                    boolean set = other.apart.contains(group) && !(group.shot && other.heads.contains("one"));
                    beside += other.dead == dead && (before || set) ? 1 : 0;
                }
                for (Referent other : groups) {
                    beside += other.dead == dead && other.apart.contains(group) ? other.count : 0;
                }
                most = Math.max(most, group.count + beside);
            }
        }
        return most;
    }

    /** Of the greatest group that was hurt, those told of as dead after it. */
    private static int members(List<Referent> groups, List<Referent> single) {
        Referent greatest = null;
        for (Referent group : groups) {
            if (!group.dead && !group.shot && !group.other && (greatest == null || group.count > greatest.count)) {
                greatest = group;
            }
        }
        boolean deadGroup = groups.stream().anyMatch(group -> group.dead);
        if (greatest == null || deadGroup) {
            return 0;
        }
        boolean deadBefore = false;
        int members = 0;
        for (Referent person : single) {
            boolean dies = person.dead && !person.other && !person.apart.contains(greatest);
            members += dies && person.told > greatest.told ? 1 : 0;
            deadBefore |= dies && person.told <= greatest.told;
        }
        return deadBefore ? 0 : Math.max(0, Math.min(members, greatest.count - 1));
    }

    private static void merge(List<Referent> single, Referent referent) {
        Referent copy = new Referent(1, referent.sentence, referent.another());
        copy.take(referent);
        copy.history = referent.history;
        copy.told = referent.told;
        copy.shot = referent.shot;
        for (Referent known : single) {
            boolean apart = referent.another() || known.apart.contains(referent);
            if (!apart && known.compatible(copy)) {
                known.take(copy);
                known.shot &= copy.shot || !copy.injured;
                return;
            }
        }
        single.add(copy);
    }
}
