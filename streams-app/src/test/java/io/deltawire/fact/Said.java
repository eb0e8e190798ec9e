package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.story.Digest;
import io.deltawire.text.Hedge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Claims and articles for tests, written short: {@code Said.figure("killed", "41").atLeast().update()}. */
record Said(
        Kind kind,
        String subject,
        String subjectId,
        List<String> qualifiers,
        String value,
        String unit,
        Hedge hedge,
        String speaker,
        Modality modality,
        List<Claim.Cue> cues,
        String sentence,
        double confidence) {

    static Said of(Kind kind, String subject, String value, String... qualifiers) {
        return new Said(
                kind,
                subject,
                "",
                List.of(qualifiers),
                value,
                "",
                Hedge.EXACT,
                "",
                Modality.HAPPENED,
                List.of(),
                "A sentence.",
                0.9);
    }

    static Said figure(String measure, String value, String... qualifiers) {
        return of(Kind.QUANTITY, measure, value, qualifiers);
    }

    Said hedged(Hedge other) {
        return new Said(
                kind,
                subject,
                subjectId,
                qualifiers,
                value,
                unit,
                other,
                speaker,
                modality,
                cues,
                sentence,
                confidence);
    }

    Said cue(Claim.Cue cue) {
        List<Claim.Cue> more = new ArrayList<>(cues);
        more.add(cue);
        return new Said(
                kind,
                subject,
                subjectId,
                qualifiers,
                value,
                unit,
                hedge,
                speaker,
                modality,
                more,
                sentence,
                confidence);
    }

    Said update() {
        return cue(Claim.Cue.UPDATE);
    }

    Said by(String other) {
        return new Said(
                kind, subject, subjectId, qualifiers, value, unit, hedge, other, modality, cues, sentence, confidence);
    }

    Said in(Modality other) {
        return new Said(
                kind, subject, subjectId, qualifiers, value, unit, hedge, speaker, other, cues, sentence, confidence);
    }

    Said saying(String other) {
        return new Said(
                kind, subject, subjectId, qualifiers, value, unit, hedge, speaker, modality, cues, other, confidence);
    }

    Said unit(String other) {
        return new Said(
                kind,
                subject,
                subjectId,
                qualifiers,
                value,
                other,
                hedge,
                speaker,
                modality,
                cues,
                sentence,
                confidence);
    }

    Said sure(double other) {
        return new Said(
                kind, subject, subjectId, qualifiers, value, unit, hedge, speaker, modality, cues, sentence, other);
    }

    Said id(String other) {
        return new Said(
                kind, subject, other, qualifiers, value, unit, hedge, speaker, modality, cues, sentence, confidence);
    }

    Claim in(String articleId, int offset) {
        return new Claim(
                articleId + "#" + offset,
                articleId,
                kind,
                subject,
                subjectId,
                "",
                qualifiers,
                value,
                "",
                unit,
                hedge,
                speaker,
                speaker.toLowerCase(java.util.Locale.ROOT),
                modality,
                cues,
                sentence,
                offset,
                offset + 5,
                confidence);
    }

    /** An article that mentions some entities and says these things. */
    static Digest article(String id, String source, Instant at, List<String> entities, Said... said) {
        List<Claim> claims = new ArrayList<>();
        for (Said one : said) {
            claims.add(one.in(id, claims.size() * 10));
        }
        List<Digest.EntityWeight> weights = entities.stream()
                .map(entity -> new Digest.EntityWeight(entity, entity, "PLACE", false, true, 1))
                .toList();
        return new Digest(
                id, "en", source, at, "A title", List.of(), weights, List.of(), List.of(), List.of(), 200, claims);
    }
}
