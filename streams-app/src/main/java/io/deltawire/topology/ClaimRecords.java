package io.deltawire.topology;

import io.deltawire.avro.ClaimHedge;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.ClaimModality;
import io.deltawire.avro.ClaimRecord;
import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.text.Hedge;
import java.util.List;

/** Claims between the engine's form and the topics'. */
final class ClaimRecords {
    private ClaimRecords() {}

    static ClaimRecord avro(Claim claim) {
        return new ClaimRecord(
                claim.id(),
                claim.articleId(),
                kind(claim.kind()),
                claim.subject(),
                claim.subjectId(),
                claim.attribute(),
                claim.qualifiers(),
                claim.value(),
                claim.valueId(),
                claim.unit(),
                hedge(claim.hedge()),
                claim.speaker(),
                claim.speakerId(),
                ClaimModality.valueOf(claim.modality().name()),
                DigestRecords.map(claim.cues(), Claim.Cue::name),
                claim.sentence(),
                claim.begin(),
                claim.end(),
                claim.confidence());
    }

    static Claim engine(ClaimRecord claim) {
        return new Claim(
                claim.getId(),
                claim.getArticleId(),
                Kind.valueOf(claim.getKind().name()),
                claim.getSubject(),
                claim.getSubjectId(),
                claim.getAttribute(),
                List.copyOf(claim.getQualifiers()),
                claim.getValue(),
                claim.getValueId(),
                claim.getUnit(),
                Hedge.valueOf(claim.getHedge().name()),
                claim.getSpeaker(),
                claim.getSpeakerId(),
                Modality.valueOf(claim.getModality().name()),
                DigestRecords.map(claim.getCues(), Claim.Cue::valueOf),
                claim.getSentence(),
                claim.getBegin(),
                claim.getEnd(),
                claim.getConfidence());
    }

    static ClaimKind kind(Kind kind) {
        return ClaimKind.valueOf(kind.name());
    }

    static ClaimHedge hedge(Hedge hedge) {
        return ClaimHedge.valueOf(hedge.name());
    }
}
