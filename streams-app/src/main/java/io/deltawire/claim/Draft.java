package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.text.Hedge;
import io.deltawire.text.Sentence;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A claim as a reader puts it together; {@link Claims} finishes it. */
final class Draft {
    final Kind kind;
    final Sentence sentence;
    final int firstToken;
    final int endToken;
    final TreeSet<String> qualifiers = new TreeSet<>();
    final Set<Claim.Cue> cues = EnumSet.noneOf(Claim.Cue.class);
    String subject = "";
    String subjectId = "";
    String attribute = "";
    String value = "";
    String valueId = "";
    String unit = "";
    String speaker = "";
    Hedge hedge = Hedge.EXACT;
    Modality modality = Modality.HAPPENED;
    double confidence = 0.8;

    /** Whose turn it was when this was added, see {@link Claims#turn}. */
    int turn;

    Draft(Kind kind, Sentence sentence, int firstToken, int endToken) {
        this.kind = kind;
        this.sentence = sentence;
        this.firstToken = firstToken;
        this.endToken = endToken;
    }

    /** The same holder on the same matter with what it thought before. */
    Draft held(String before) {
        Draft old = new Draft(kind, sentence, firstToken, endToken)
                .on(attribute)
                .is(before)
                .sure(confidence)
                .cue(Claim.Cue.HISTORY)
                .cue(Claim.Cue.UPDATE);
        old.subject = subject;
        old.subjectId = subjectId;
        qualifiers.stream().filter(qualifier -> !qualifier.startsWith("was=")).forEach(old.qualifiers::add);
        return old;
    }

    Draft about(String text) {
        subject = text;
        return this;
    }

    Draft about(Entity entity) {
        subject = entity.name();
        subjectId = entity.id();
        return this;
    }

    Draft on(String readable) {
        attribute = readable;
        return this;
    }

    Draft is(String canonical) {
        value = canonical;
        return this;
    }

    Draft is(Entity entity) {
        value = entity.name();
        valueId = entity.id();
        return this;
    }

    /** Adds a qualifier unless its value is empty. */
    Draft with(String role, String id) {
        if (!id.isEmpty()) {
            qualifiers.add(role + "=" + id);
        }
        return this;
    }

    Draft with(String role, @Nullable Entity entity) {
        return entity == null ? this : with(role, entity.id());
    }

    Draft measured(String measureUnit, Hedge how) {
        unit = measureUnit;
        hedge = how;
        return this;
    }

    Draft put(Modality how) {
        modality = how;
        return this;
    }

    Draft cue(Claim.Cue cue) {
        cues.add(cue);
        return this;
    }

    Draft sure(double how) {
        confidence = how;
        return this;
    }
}
