package io.deltawire.evaluate;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import java.util.List;

/** The one figure of killed or injured that an article stands for, by the rule of preference in SLOTS.md. */
final class ArticleFigure {
    private ArticleFigure() {}

    /** 0 when the article states none; a part of the whole ("five teens") is the figure where no other is stated. */
    static int of(List<Claim> claims, String subject) {
        for (Claim claim : claims) {
            // persons added up, where the extractor trusts that over any stated figure
            if (claim.subject().equals(subject) && claim.cues().contains(Claim.Cue.DERIVED)) {
                return Integer.parseInt(claim.value());
            }
        }
        int total = stated(claims, subject, false);
        return total > 0 ? total : stated(claims, subject, true);
    }

    private static int stated(List<Claim> claims, String subject, boolean part) {
        int body = most(claims, subject, part, false);
        return body > 0 ? body : most(claims, subject, part, true);
    }

    private static int most(List<Claim> claims, String subject, boolean part, boolean headline) {
        int most = 0;
        for (Claim claim : claims) {
            boolean counts = claim.kind() == Kind.QUANTITY
                    && claim.subject().equals(subject)
                    && claim.modality() == Modality.HAPPENED
                    && !claim.cues().contains(Claim.Cue.HISTORY)
                    && claim.cues().contains(Claim.Cue.SUBGROUP) == part
                    && claim.cues().contains(Claim.Cue.HEADLINE) == headline
                    && claim.qualifiers().stream().noneMatch(q -> q.startsWith("period=") || q.startsWith("field="))
                    && claim.value().matches("\\d{1,6}");
            if (counts) {
                most = Math.max(most, Integer.parseInt(claim.value()));
            }
        }
        return most;
    }
}
