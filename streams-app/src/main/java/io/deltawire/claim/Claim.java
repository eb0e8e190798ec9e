package io.deltawire.claim;

import io.deltawire.text.Hedge;
import java.util.List;

/**
 * One sentence's statement.
 *
 * @param id content-derived: article, kind, offsets and value
 * @param articleId article that states it
 * @param kind what kind of statement
 * @param subject readable slot subject: what is counted ("killed"), the event ("talks"), who holds a position
 *     ("Volodymyr Zelenskyy"), the office ("President"), who did it
 * @param subjectId entity id of the subject, or "" when it is no entity
 * @param attribute readable rest of the slot: whose and which ("Russian troops"), on what ("talks with Russia"), body or
 *     country of the office ("United States")
 * @param qualifiers sorted "role=value" pairs; roles, values and how to compare them are in SLOTS.md beside this file
 * @param value canonical value: "118", "2025-05-15", "rejects", "Joe Biden", "postponed", the quotation
 * @param valueId entity id of the value where it is an entity, else ""
 * @param unit "" or the unit of a quantity ("USD", "%")
 * @param hedge how exactly a figure is meant; EXACT for other kinds
 * @param speaker readable name of who says so; "" for the outlet itself
 * @param speakerId entity id or lower-cased text of the speaker; "" for the outlet itself
 * @param cues what the sentence says about the claim's standing, a subset of: update ("rose to", "revised", "now"),
 *     correction ("corrected", "wrongly"), retraction, subgroup ("three of the dead"), history (of another event or time),
 *     headline, total, derived (added up from persons told one by one); SLOTS.md says what follows from each
 * @param sentence text of the sentence
 * @param begin offset of the claim's core in the clean text
 * @param end offset after it
 * @param confidence 0 to 1: how sure the reading is
 */
public record Claim(
        String id,
        String articleId,
        Kind kind,
        String subject,
        String subjectId,
        String attribute,
        List<String> qualifiers,
        String value,
        String valueId,
        String unit,
        Hedge hedge,
        String speaker,
        String speakerId,
        Modality modality,
        List<Cue> cues,
        String sentence,
        int begin,
        int end,
        double confidence) {
    private static final double GUESSED = 0.42;

    /** Of the id alone: FACT keeps what it knows of an article's claims in maps, and a record's own hash reads every list and text. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /**
     * Whether it is a guess: of whom an office or of what a state is told, the reader does not know. It says nothing by itself; FACT's judge
     * may take it for the new value of something that the story knows.
     */
    public boolean guessed() {
        return switch (kind) {
            case OFFICE, STATUS -> confidence < GUESSED;
            case QUANTITY, SCHEDULE, POSITION, STATEMENT -> false;
        };
    }

    /** The same claim, read with another confidence. */
    public Claim sure(double how) {
        return copy(qualifiers, value, unit, how);
    }

    /** The same claim with the value that a relative one ("P3D") stands for, and the roles that follow from it. */
    public Claim stating(String absolute, List<String> roles) {
        return copy(roles, absolute, unit, confidence);
    }

    /** The same claim, its value told in another unit. */
    public Claim in(String other) {
        return unit.equals(other) ? this : copy(qualifiers, value, other, confidence);
    }

    /** That another held the office before, as firmly as this claim is read. */
    public Claim held(String name) {
        return new Claim(
                id,
                articleId,
                kind,
                subject,
                subjectId,
                attribute,
                qualifiers.stream().filter(role -> !role.startsWith("was=")).toList(),
                name,
                "",
                unit,
                hedge,
                speaker,
                speakerId,
                Modality.HAPPENED,
                List.of(),
                sentence,
                begin,
                end,
                confidence);
    }

    private Claim copy(List<String> roles, String states, String in, double how) {
        return new Claim(
                id, articleId, kind, subject, subjectId, attribute, roles, states, valueId, in, hedge, speaker,
                speakerId, modality, cues, sentence, begin, end, how);
    }

    public enum Cue {
        UPDATE,
        CORRECTION,
        RETRACTION,
        SUBGROUP,
        HISTORY,
        HEADLINE,
        TOTAL,
        DERIVED
    }
}
