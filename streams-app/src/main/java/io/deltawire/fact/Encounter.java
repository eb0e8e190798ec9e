package io.deltawire.fact;

import org.jspecify.annotations.Nullable;

/**
 * A claim meeting a fact: all that the decision table looks at.
 *
 * @param toLeading how the value stands to the leading one; null when nothing leads yet
 * @param known state of the other position that holds the value already; null when there is none
 * @param rising a tally that only grows
 * @param moved a figure that goes up and down, told long enough after the leading one to replace it
 * @param lagging the value lies below the leading one and above one that already gave way
 * @param progress the natural next step: planned to happened, undecided to decided
 * @param backward a step back that news does not report without saying so: happened to planned
 * @param update the sentence says that the value moved
 * @param lowered the sentence says that it was brought down
 * @param correction the sentence says that an earlier value was wrong
 * @param retraction the sentence withdraws the value
 * @param desertion the source withdraws its own report of a value that others still stand by
 * @param own the source's last word was the leading value
 * @param independent the source never stated the leading value
 * @param opposed its speaker speaks for another camp than the leading value's
 * @param recent the leading value is still being reported
 * @param late the article is older than the leading value's first report, or copies one that is
 * @param samePlan both planned, or both happened
 * @param occasional a day or place that has been, or a figure counted anew at each occasion: another one need not be of the same
 * @param soft one of the two values is undecided or conditional: too near to others to be in conflict with them
 * @param disputed a dispute is open
 * @param ends with this statement the other side has no source left, or is outweighed
 * @param quiet the slot never shifts
 * @param judged what the judge of figures made of it
 * @param unsure the claim's reading is too unsure to change anything
 */
record Encounter(
        @Nullable Match toLeading,
        Standing.@Nullable State known,
        boolean rising,
        boolean moved,
        boolean lagging,
        boolean progress,
        boolean backward,
        boolean update,
        boolean lowered,
        boolean correction,
        boolean retraction,
        boolean desertion,
        boolean own,
        boolean independent,
        boolean opposed,
        boolean recent,
        boolean late,
        boolean samePlan,
        boolean occasional,
        boolean soft,
        boolean disputed,
        boolean ends,
        boolean quiet,
        Judged judged,
        boolean unsure) {

    boolean is(Judged judgement) {
        return judged == judgement;
    }

    boolean is(Match match) {
        return toLeading == match;
    }

    boolean known(Standing.State state) {
        return known == state;
    }
}
