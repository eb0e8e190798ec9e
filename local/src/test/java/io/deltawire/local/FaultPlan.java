package io.deltawire.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which faults, in which order: a function of form and seed.
 *
 * @param faults one after another
 */
record FaultPlan(List<Fault> faults) {
    /** What can happen to a line. */
    enum Fault {
        /** kill -9 of one instance, which starts again. */
        KILL,
        /** kill -9 of all instances at once. */
        KILL_ALL,
        /** SIGTERM of one instance, which starts again. */
        RESTART,
        ADD_INSTANCE,
        REMOVE_INSTANCE,
        /** An instance stands still for longer than its session lasts, then goes on as if nothing were. */
        SESSION_TIMEOUT,
        BROKER_KILL,
        BROKER_RESTART,
        REGISTRY_KILL
    }

    /** A minute or two. */
    static FaultPlan brief(Random random) {
        return of(
                Map.of(
                        Fault.KILL, 3,
                        Fault.RESTART, 1,
                        Fault.ADD_INSTANCE, 1,
                        Fault.SESSION_TIMEOUT, 1,
                        Fault.BROKER_KILL, 1,
                        Fault.REGISTRY_KILL, 1),
                random);
    }

    /** All of it, with 25 kills of instances and more: what is killed with all, or while the registry is away, counts. */
    static FaultPlan full(Random random) {
        return of(
                Map.of(
                        Fault.KILL, 22,
                        Fault.KILL_ALL, 2,
                        Fault.RESTART, 2,
                        Fault.ADD_INSTANCE, 2,
                        Fault.REMOVE_INSTANCE, 2,
                        Fault.SESSION_TIMEOUT, 2,
                        Fault.BROKER_KILL, 2,
                        Fault.BROKER_RESTART, 1,
                        Fault.REGISTRY_KILL, 2),
                random);
    }

    private static FaultPlan of(Map<Fault, Integer> counts, Random random) {
        List<Fault> faults = new ArrayList<>();
        new EnumMap<>(counts).forEach((fault, count) -> faults.addAll(Collections.nCopies(count, fault)));
        Collections.shuffle(faults, random);
        return new FaultPlan(List.copyOf(faults));
    }
}
