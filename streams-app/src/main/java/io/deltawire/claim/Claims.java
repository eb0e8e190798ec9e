package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entity;
import io.deltawire.text.Sentence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers an article's claims: gives them ids, speakers and cues, leaves out what is said twice, keeps the bound. */
final class Claims {
    /** Most claims an article may make; beyond it the surest are kept. */
    static final int MOST = 200;

    /** Tokens around a claim within which "now", "revised", "no longer" are said of it. */
    private static final int NEAR = 5;

    private static final int MOST_SENTENCE = 600;
    private static final Set<String> UNNAMED = Set.of("amount", "number");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Terms terms;
    private final Set<Said> seen = new HashSet<>();

    /** By sentence, once asked for. */
    private final @Nullable String[] texts;

    private final Map<Integer, List<Claim.Cue>> sentenceCues = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Claim> found = new ArrayList<>();
    private int turn;
    private boolean settled = true;
    private final MessageDigest sha256 = sha256();

    Claims(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.terms = new Terms(reading, lexicons);
        this.texts = new String[reading.document().sentences().size()];
    }

    /** Says whose turn it is to add claims, which are finished by {@link #settle}. */
    void turn(int next) {
        settled = false;
        turn = next;
    }

    void add(Draft draft) {
        if (settled) {
            finish(draft);
        } else {
            draft.turn = turn;
            drafts.add(draft);
        }
    }

    /** What is told, and the sentence that tells it. */
    private record Said(String slot, String text) {}

    private String text(Sentence sentence) {
        String known = texts[sentence.index()];
        if (known == null) {
            known = reading.document().textOf(sentence);
            texts[sentence.index()] = known;
        }
        return known;
    }

    /** Finishes what was added, sentence by sentence and turn by turn. */
    void settle() {
        drafts.sort(
                Comparator.<Draft>comparingInt(draft -> draft.sentence.index()).thenComparingInt(draft -> draft.turn));
        drafts.forEach(this::finish);
        settled = true;
    }

    private void finish(Draft draft) {
        if (draft.value.isEmpty() || draft.subject.isEmpty()) {
            return;
        }
        Sentence sentence = draft.sentence;
        String text = text(sentence);
        String slot = draft.kind + "|" + draft.subject + "|" + draft.subjectId + "|" + draft.qualifiers + "|"
                + draft.value + "|" + draft.unit + "|" + draft.modality;
        if (!seen.add(new Said(slot, text))) {
            return;
        }
        if (draft.kind == Kind.STATUS || draft.kind == Kind.OFFICE) {
            terms.about(draft, sentence, draft.firstToken, draft.firstToken);
        }
        int begin = reading.token(draft.firstToken).begin();
        int end = reading.token(draft.endToken - 1).end();
        Attribution said = attribution(begin, end);
        String speakerId = said == null || draft.kind == Kind.STATEMENT ? "" : said.speaker();
        speakerId = draft.speaker.isEmpty() ? speakerId : draft.speaker;
        EnumSet<Claim.Cue> cues = EnumSet.noneOf(Claim.Cue.class);
        cues.addAll(draft.cues);
        cues.addAll(sentenceCues.computeIfAbsent(sentence.index(), s -> Standing.cues(reading, lexicons, sentence)));
        if (draft.kind == Kind.OFFICE) {
            cues.remove(Claim.Cue.RETRACTION); // "the firm withdrew its statement, and its chairman resigned"
        }
        int near = Math.max(sentence.firstToken(), draft.firstToken - NEAR);
        if (Standing.says(reading, lexicons, near, Math.min(sentence.endToken(), draft.endToken + NEAR), "update")) {
            cues.add(Claim.Cue.UPDATE);
        }
        found.add(new Claim(
                id(slot, begin, end),
                reading.document().articleId(),
                draft.kind,
                draft.subject,
                draft.subjectId,
                draft.attribute,
                List.copyOf(draft.qualifiers),
                draft.value,
                draft.valueId,
                draft.unit,
                draft.hedge,
                speakerName(speakerId),
                speakerId,
                draft.modality,
                List.copyOf(cues),
                text.length() > MOST_SENTENCE ? text.substring(0, MOST_SENTENCE) : text,
                begin,
                end,
                draft.confidence));
    }

    /** What was found so far, in order of finding. */
    List<Claim> soFar() {
        return found;
    }

    /** All claims in text order, bounded. */
    List<Claim> inTextOrder() {
        List<Claim> kept =
                found.stream().filter(claim -> !namedElsewhere(claim)).toList();
        if (kept.size() > MOST) {
            kept = new ArrayList<>(kept);
            kept.sort(Comparator.comparingDouble(Claim::confidence).reversed().thenComparingInt(Claim::begin));
            kept = kept.subList(0, MOST);
        }
        List<Claim> ordered = new ArrayList<>(kept);
        ordered.sort(
                Comparator.comparingInt(Claim::begin).thenComparing(Claim::kind).thenComparing(Claim::id));
        return List.copyOf(ordered);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A sum that one reader found no name for and another named: "44 percent" and Brand's share of the vote. */
    private boolean namedElsewhere(Claim claim) {
        return UNNAMED.contains(claim.subject())
                && claim.kind() == Kind.QUANTITY
                && found.stream()
                        .anyMatch(other -> other.kind() == Kind.QUANTITY
                                && !UNNAMED.contains(other.subject())
                                && other.value().equals(claim.value())
                                && other.unit().equals(claim.unit())
                                && other.sentence().equals(claim.sentence()));
    }

    private @Nullable Attribution attribution(int begin, int end) {
        Attribution best = null;
        for (Attribution attribution : reading.attributions()) {
            boolean within = attribution.contentBegin() <= begin && end <= attribution.contentEnd();
            boolean tighter = best == null
                    || attribution.contentEnd() - attribution.contentBegin() < best.contentEnd() - best.contentBegin();
            if (within && tighter) {
                best = attribution;
            }
        }
        return best;
    }

    private String speakerName(String speakerId) {
        Entity entity = reading.entities().byId(speakerId);
        return entity == null ? speakerId : entity.name();
    }

    private String id(String slot, int begin, int end) {
        String text = reading.document().articleId() + "|" + begin + "|" + end + "|" + slot;
        return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }
}
