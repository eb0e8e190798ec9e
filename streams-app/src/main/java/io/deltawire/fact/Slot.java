package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.text.WordVectors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a claim is about. Rules in SLOTS.md beside {@link Claim}. Immutable. */
final class Slot {
    /** What a claim says the value was before; tells which fact is meant and is no part of the slot. */
    static final String WAS = "was";

    /** What the article says of how its figure stands to others. */
    static final List<String> BEARINGS = List.of("contest", "concede", "move", "party");

    /** What is in a condition; no other STATUS has it. */
    static final String WHAT = "what";

    private static final String CONDITION = "condition";

    /** Of a claim that only follows what the story knows: "released", of a suspect or of a hostage. */
    static final String FOLLOWS = "follows";

    /** A content word near a figure; kept among {@code around}, marked so that it is no entity. */
    static final String ABOUT = "about";

    static final String WORD = "~";

    private static final String ASIDE = "|aside";

    private static final int MAX_AROUND = 40;
    private static final int MAX_WORDS = 30;

    private final Kind kind;
    private final String bucket;
    private final String subject;
    private final String subjectId;
    private final String attribute;
    private final List<String> loose;
    private final List<String> around;
    private final boolean quiet;
    /** Asked for with every figure of every article of the story; made once. */
    private volatile @Nullable Set<String> words;

    private volatile @Nullable Map<String, WordVectors.@Nullable Vector> vectors;
    private volatile @Nullable List<String> entities;
    private volatile @Nullable Holder holder;

    /**
     * @param bucket kind, subject and strict qualifiers: claims of different buckets never fill one fact
     * @param subject readable subject
     * @param subjectId its entity id or ""
     * @param attribute readable rest
     * @param loose qualifiers that must not contradict, sorted "role=value"
     * @param around ids of the entities its articles speak of, oldest first, bounded: tells two places of one event from two events
     * @param quiet a sub-group: kept and shown, never a shift
     */
    Slot(
            Kind kind,
            String bucket,
            String subject,
            String subjectId,
            String attribute,
            List<String> loose,
            List<String> around,
            boolean quiet) {
        this.kind = kind;
        this.bucket = bucket;
        this.subject = subject;
        this.subjectId = subjectId;
        this.attribute = attribute;
        this.loose = List.copyOf(loose);
        this.around = List.copyOf(around);
        this.quiet = quiet;
    }

    Kind kind() {
        return kind;
    }

    String bucket() {
        return bucket;
    }

    String subject() {
        return subject;
    }

    String subjectId() {
        return subjectId;
    }

    String attribute() {
        return attribute;
    }

    List<String> loose() {
        return loose;
    }

    List<String> around() {
        return around;
    }

    boolean quiet() {
        return quiet;
    }

    static Slot of(Claim claim) {
        boolean subgroup = claim.cues().contains(Claim.Cue.SUBGROUP);
        boolean aside = aside(claim);
        String subject = claim.subjectId().isEmpty() ? claim.subject() : claim.subjectId();
        StringBuilder bucket = new StringBuilder(claim.kind().name()).append('|');
        List<String> loose = new ArrayList<>();
        List<String> words = new ArrayList<>();
        switch (claim.kind()) {
            case QUANTITY ->
                bucket.append(Measures.shared().classOf(subject)).append('|').append(claim.unit());
            case POSITION -> {}
            case STATUS -> bucket.append(subject).append(condition(claim) ? "|" + CONDITION : "");
            default -> bucket.append(subject);
        }
        if (claim.kind() == Kind.OFFICE && claim.modality() == Modality.PLANNED) {
            bucket.append("|elect");
        }
        for (String qualifier : claim.qualifiers()) {
            if (is(qualifier, ABOUT)) {
                words.add(WORD + value(qualifier));
                continue;
            }
            String role = role(qualifier);
            if (role.equals(WAS) || role.equals(FOLLOWS) || BEARINGS.contains(role)) {
                continue;
            }
            boolean field = claim.kind() == Kind.QUANTITY && role.equals("field");
            if (field && !fieldTells(claim, subject)) {
                continue;
            }
            boolean unlisted = field
                    && !qualifier.equals("field=change")
                    && Measures.shared().unlisted(Measures.shared().classOf(subject));
            if (!unlisted && strict(claim.kind(), role, subgroup, !claim.unit().isEmpty())) {
                bucket.append('|').append(qualifier);
            } else {
                loose.add(qualifier);
            }
        }
        if (subgroup) {
            bucket.append("|subgroup");
        }
        if (aside) {
            bucket.append(ASIDE);
        }
        return new Slot(
                claim.kind(),
                bucket.toString(),
                claim.subject(),
                claim.subjectId(),
                claim.attribute(),
                loose,
                words,
                // "shares fell 4 percent" and "5 percent" are two days' changes, no two values of one figure
                subgroup || aside || (claim.qualifiers().contains("field=change") && !subject.equals("growth")));
    }

    /** A toll is a toll by whatever verb it is told; a price is of something, and a change is no level. */
    private static boolean fieldTells(Claim claim, String subject) {
        return Measures.shared().needsField(Measures.shared().classOf(subject))
                || (claim.qualifiers().contains("field=change") && !subject.equals("growth"));
    }

    private static boolean strict(Kind kind, String role, boolean subgroup, boolean measured) {
        return switch (kind) {
            // people told by side are counts of their own; of a price or a share the outlets often leave out whose it
            // is
            case QUANTITY ->
                role.equals("period")
                        || role.equals("field")
                        || (role.equals("whose") && !measured)
                        || (subgroup && role.equals("of"));
            case SCHEDULE -> role.equals("field");
            case POSITION -> role.equals("on");
            case OFFICE, STATUS, STATEMENT -> false;
        };
    }

    /**
     * What is none of the story's unless the judge says that it is: a figure told as history or as what may be, or beside a "not" (which may
     * be of something else: "51 are not running"), and whatever the reader only
     * guesses at.
     */
    static boolean aside(Claim claim) {
        return switch (claim.kind()) {
            case QUANTITY ->
                claim.cues().contains(Claim.Cue.HISTORY)
                        || claim.modality() == Modality.POSSIBLE
                        || (claim.modality() == Modality.DENIED && !claim.cues().contains(Claim.Cue.RETRACTION));
            case OFFICE, SCHEDULE, STATUS, POSITION, STATEMENT -> claim.guessed();
        };
    }

    /** Whether it is of such a claim. */
    boolean aside() {
        return bucket.endsWith(ASIDE);
    }

    /** Whether a qualifier "role=value" is of this role. */
    static boolean is(String qualifier, String role) {
        return qualifier.length() > role.length()
                && qualifier.charAt(role.length()) == '='
                && qualifier.startsWith(role);
    }

    static String role(String qualifier) {
        return qualifier.substring(0, Math.max(0, qualifier.indexOf('=')));
    }

    static String value(String qualifier) {
        return qualifier.substring(qualifier.indexOf('=') + 1);
    }

    /** Whether it is of a thing or person in a condition that may change any way: open, shut, open again. */
    boolean condition() {
        return kind == Kind.STATUS && bucket.endsWith("|" + CONDITION);
    }

    private static boolean condition(Claim claim) {
        return has(claim, WHAT);
    }

    /** Whether a claim has a qualifier of this role. */
    static boolean has(Claim claim, String role) {
        for (String qualifier : claim.qualifiers()) {
            if (is(qualifier, role)) {
                return true;
            }
        }
        return false;
    }

    /** Values of a loose role, sorted; not to be changed. */
    Set<String> values(String role) {
        Set<String> values = Set.of();
        for (String qualifier : loose) {
            if (is(qualifier, role)) {
                values = values.isEmpty() ? new TreeSet<>() : values;
                values.add(value(qualifier));
            }
        }
        return values;
    }

    /** Values of a role, strict or loose. */
    Set<String> all(String role) {
        Set<String> values = values(role);
        String strict = part(role);
        if (strict.isEmpty()) {
            return values;
        }
        if (values.isEmpty()) {
            return Set.of(strict);
        }
        values.add(strict);
        return values;
    }

    /** Ids of the entities that its articles speak of. */
    List<String> entities() {
        List<String> known = entities;
        if (known == null) {
            List<String> all = new ArrayList<>(around.size());
            for (String id : around) {
                if (!id.startsWith(WORD)) {
                    all.add(id);
                }
            }
            known = List.copyOf(all);
            entities = known;
        }
        return known;
    }

    /** Content words around the figure, with what it is of, in order; not to be changed. */
    Set<String> words() {
        Set<String> known = words;
        if (known != null) {
            return known;
        }
        Set<String> all = new TreeSet<>();
        for (String word : around) {
            if (word.startsWith(WORD)) {
                all.add(word.substring(WORD.length()));
            }
        }
        if (kind == Kind.QUANTITY) {
            all.add(Measures.shared().classOf(subject));
        }
        String field = kind == Kind.QUANTITY ? part("field") : "";
        if (!field.isEmpty() && !field.equals("change")) {
            all.add(field);
        }
        known = new LinkedHashSet<>(all);
        words = known;
        return known;
    }

    /** Whose position it is. */
    Holder holder() {
        Holder known = holder;
        if (known == null) {
            known = Holder.of(this);
            holder = known;
        }
        return known;
    }

    /** {@link #words}, in order, each with the vector of its last word; null where that is unknown or the word is a name. */
    Map<String, WordVectors.@Nullable Vector> vectors() {
        Map<String, WordVectors.@Nullable Vector> known = vectors;
        if (known != null) {
            return known;
        }
        Map<String, WordVectors.@Nullable Vector> all = new LinkedHashMap<>();
        for (String word : words()) {
            String head = word.substring(word.lastIndexOf(' ') + 1);
            all.put(word, word.startsWith("@") ? null : WordVectors.english().vector(head));
        }
        vectors = all;
        return all;
    }

    /** Value of a strict role, "" when the slot has none. */
    String part(String role) {
        int at = bucket.indexOf('|');
        while (at >= 0) {
            int from = at + role.length() + 2;
            if (bucket.startsWith(role, at + 1) && from <= bucket.length() && bucket.charAt(from - 1) == '=') {
                int end = bucket.indexOf('|', from);
                return bucket.substring(from, end < 0 ? bucket.length() : end);
            }
            at = bucket.indexOf('|', at + 1);
        }
        return "";
    }

    /** How many of the words around two figures are the same. */
    int sharedWords(Slot other) {
        int shared = 0;
        for (String word : around) {
            shared += word.startsWith(WORD) && other.around.contains(word) ? 1 : 0;
        }
        return shared;
    }

    /** With what another claim of the fact adds: roles not yet known, and the entities around it. */
    Slot refined(Slot other, Set<String> mentioned) {
        List<String> more = withRoles(other.loose);
        List<String> wider = wider(other, mentioned);
        if (more.size() == loose.size() && wider.size() == around.size()) {
            return this;
        }
        Slot refined = new Slot(kind, bucket, subject, subjectId, attribute, more, wider, quiet);
        if (more.size() == loose.size()) {
            refined.holder = holder;
        }
        boolean sameWords = true;
        for (int i = around.size(); i < wider.size(); i++) {
            sameWords &= !wider.get(i).startsWith(WORD);
        }
        if (sameWords) {
            refined.words = this.words;
            refined.vectors = vectors;
        }
        return refined;
    }

    /** The loose qualifiers, in order, and those of another slot whose roles are not among them. */
    private List<String> withRoles(List<String> others) {
        boolean more = false;
        for (int i = 1; i < loose.size(); i++) {
            more |= loose.get(i - 1).compareTo(loose.get(i)) >= 0;
        }
        for (String qualifier : others) {
            more |= !hasRoleOf(qualifier);
        }
        if (!more) {
            return loose;
        }
        Set<String> all = new TreeSet<>(loose);
        for (String qualifier : others) {
            if (!hasRoleOf(qualifier)) {
                all.add(qualifier);
            }
        }
        return List.copyOf(all);
    }

    private boolean hasRoleOf(String qualifier) {
        int end = Math.max(0, qualifier.indexOf('='));
        for (String known : loose) {
            if (Math.max(0, known.indexOf('=')) == end && known.regionMatches(0, qualifier, 0, end)) {
                return true;
            }
        }
        return false;
    }

    /** What is around, with what is around another slot and those mentioned, as far as there is room. */
    private List<String> wider(Slot other, Set<String> mentioned) {
        int names = entities().size();
        int words = around.size() - names;
        if (names >= MAX_AROUND && words >= MAX_WORDS) {
            return around;
        }
        List<String> wider = new ArrayList<>(around.size() + mentioned.size());
        wider.addAll(around);
        Set<String> there = new HashSet<>(around);
        for (String word : other == this ? List.<String>of() : other.around) {
            if (word.startsWith(WORD) && words < MAX_WORDS && there.add(word)) {
                wider.add(word);
                words++;
            }
        }
        for (String id : mentioned) {
            if (wider.size() - words < MAX_AROUND && there.add(id)) {
                wider.add(id);
            }
        }
        return wider;
    }
}
