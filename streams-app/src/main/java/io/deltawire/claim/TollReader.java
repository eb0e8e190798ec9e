package io.deltawire.claim;

import io.deltawire.text.Hedge;
import io.deltawire.text.Sentence;
import java.math.BigDecimal;

/** Gives the article's figure of killed and injured where persons were told one by one and no stated figure covers them. */
final class TollReader {
    private final Reading reading;

    TollReader(Reading reading) {
        this.reading = reading;
    }

    void read(Toll toll, Claims claims) {
        derive("killed", toll.killed(), toll.lastKilled(), toll.killedTold(), false, claims);
        derive("injured", toll.injured(), toll.lastInjured(), toll.injuredTold(), toll.moved(), claims);
    }

    private void derive(String subject, int count, int token, boolean told, boolean moved, Claims claims) {
        boolean covered = !moved && stated(subject, count, told, claims);
        boolean recalled = claims.soFar().stream()
                .anyMatch(claim -> claim.kind() == Kind.QUANTITY
                        && claim.subject().equals(subject)
                        && claim.value().equals(String.valueOf(count))
                        && claim.cues().contains(Claim.Cue.HISTORY));
        if (count <= 0 || token < 0 || covered || recalled) {
            return;
        }
        claims.add(new Draft(Kind.QUANTITY, sentenceOf(token), token, token + 1)
                .about(subject)
                .is(Integer.toString(count))
                .measured("", Hedge.EXACT)
                .cue(Claim.Cue.TOTAL)
                .cue(Claim.Cue.DERIVED)
                .sure(0.6));
    }

    /** Whether a stated figure says as much; a part of the whole does only when the derived figure is a group's own number. */
    private static boolean stated(String subject, int count, boolean told, Claims claims) {
        for (Claim claim : claims.soFar()) {
            boolean same = claim.kind() == Kind.QUANTITY
                    && claim.subject().equals(subject)
                    && claim.modality() == Modality.HAPPENED
                    && !claim.cues().contains(Claim.Cue.HISTORY)
                    && (!told || !claim.cues().contains(Claim.Cue.SUBGROUP))
                    && !claim.value().contains("-");
            if (same && new BigDecimal(claim.value()).compareTo(BigDecimal.valueOf(count)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private Sentence sentenceOf(int token) {
        for (Sentence sentence : reading.document().sentences()) {
            if (token < sentence.endToken()) {
                return sentence;
            }
        }
        throw new IllegalArgumentException("token " + token + " is in no sentence");
    }
}
