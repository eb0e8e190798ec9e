package io.deltawire.entity;

import io.deltawire.text.Document;
import io.deltawire.text.Sentence;
import io.deltawire.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves "he" and "she", "the Ukrainian president" and "the company" within a text where one candidate stands out; leaves the
 * rest alone. Words inside quotation marks are left alone, for there "he" is seldom the speaker.
 */
final class Anaphora {
    /** Sentences to look back for a person. */
    private static final int REACH = 3;

    private static final Set<String> HE = Set.of("he", "him", "his", "himself");
    private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");
    private static final Set<String> COMPANIES = Set.of(
            "company", "firm", "carrier", "airline", "union", "bank", "agency", "automaker", "retailer", "charity");

    private final Document document;
    private final List<Token> tokens;
    private final LinkingPass pass;
    /** By-name mentions of persons and organisations at their first token. */
    private final Map<Integer, Draft> named = new HashMap<>();

    private final Map<Integer, Draft> demonyms = new HashMap<>();
    private final Map<Draft, Set<String>> titles = new HashMap<>();

    Anaphora(Document document, LinkingPass pass) {
        this.document = document;
        this.pass = pass;
        tokens = document.tokens();
        for (Draft draft : pass.drafts().values()) {
            for (Mention mention : draft.mentions()) {
                if (mention.form() == Mention.Form.NAME) {
                    named.put(mention.firstToken(), draft);
                    if (draft.type == EntityType.PERSON) {
                        titles.computeIfAbsent(draft, key -> new HashSet<>()).add(titleBefore(mention.firstToken()));
                    }
                } else {
                    demonyms.put(mention.firstToken(), draft);
                }
            }
        }
    }

    void resolve() {
        boolean quoted = false;
        int paragraph = -1;
        for (Sentence sentence : document.sentences()) {
            quoted &= sentence.paragraph() == paragraph;
            paragraph = sentence.paragraph();
            for (int t = sentence.firstToken(); t < sentence.endToken(); t++) {
                String lower = tokens.get(t).lower();
                if (lower.equals("“") || lower.equals("``")) {
                    quoted = true;
                } else if (lower.equals("”") || lower.equals("''")) {
                    quoted = false;
                } else if (lower.equals("\"")) {
                    quoted = !quoted;
                } else if (!quoted && !pass.isTaken(t)) {
                    at(sentence, t, lower);
                }
            }
        }
    }

    private void at(Sentence sentence, int t, String lower) {
        if (lower.equals("the")) {
            nominal(sentence, t);
            return;
        }
        char gender = HE.contains(lower) ? 'm' : SHE.contains(lower) ? 'f' : 0;
        if (gender == 0) {
            return;
        }
        Draft person = person(sentence, t, gender);
        if (person != null) {
            pass.mention(person, t, t + 1, Mention.Form.PRONOUN);
            person.gender = gender;
            named.put(t, person);
        }
    }

    /** The first person of fitting gender in this sentence before the pronoun, else in the nearest sentence that has one. */
    private @Nullable Draft person(Sentence sentence, int t, char gender) {
        for (int back = 0; back <= REACH && sentence.index() - back >= 0; back++) {
            Sentence other = document.sentences().get(sentence.index() - back);
            if (back > 0 && other.headline()) {
                return null;
            }
            Draft unsure = null;
            for (int k = other.firstToken(); k < Math.min(t, other.endToken()); k++) {
                Draft draft = named.get(k);
                if (draft == null || draft.type != EntityType.PERSON) {
                    continue;
                }
                char own = gender(draft);
                if (own == gender) {
                    return draft;
                }
                unsure = own == '?' && unsure == null ? draft : unsure;
            }
            if (unsure != null) {
                return unsure;
            }
        }
        return null;
    }

    private static char gender(Draft draft) {
        if (draft.gender != 0) {
            return draft.gender;
        }
        return draft.parts.size() > 1 ? NameLists.ENGLISH.gender(draft.parts.get(0)) : '?';
    }

    private String titleBefore(int first) {
        StringBuilder title = new StringBuilder();
        for (int t = first - 1; t >= Math.max(0, first - 4); t--) {
            String lower = tokens.get(t).lower();
            if (NameLists.ENGLISH.title(lower).isEmpty()) {
                break;
            }
            title.insert(0, lower + " ");
        }
        return title.toString();
    }

    private void nominal(Sentence sentence, int the) {
        int t = the + 1;
        Draft country = demonyms.get(t);
        if (country != null) {
            t = country.mentions().stream()
                    .filter(mention -> mention.firstToken() == the + 1)
                    .mapToInt(Mention::endToken)
                    .findFirst()
                    .orElse(t + 1);
        }
        if (t >= sentence.endToken() || pass.isTaken(t)) {
            return;
        }
        String one = tokens.get(t).lower();
        String two = t + 1 < sentence.endToken() ? one + " " + tokens.get(t + 1).lower() : one;
        List<String> offices = NameLists.ENGLISH.offices.get(two);
        int end = t + (offices == null || two.equals(one) ? 1 : 2);
        offices = offices == null ? NameLists.ENGLISH.offices.get(one) : offices;
        Draft found = null;
        if (offices != null && (end >= tokens.size() || !named.containsKey(end)) && !isOfPhrase(end)) {
            found = holder(offices, country == null ? "" : country.id, t);
        } else if (COMPANIES.contains(one) && country == null) {
            found = organisation(sentence, the);
            end = t + 1;
        }
        if (found != null) {
            int first = country == null ? the : t;
            pass.mention(found, first, end, Mention.Form.NOMINAL);
        }
    }

    /** "the president of the company" names an office elsewhere. */
    private boolean isOfPhrase(int t) {
        return t < tokens.size()
                && (tokens.get(t).lower().equals("of") || tokens.get(t).lower().equals("'s"));
    }

    /** The one person of the text in such an office, of that country where one is given; null when none or several. */
    private @Nullable Draft holder(List<String> offices, String country, int before) {
        Set<Draft> holders = new LinkedHashSet<>();
        for (Map.Entry<Draft, Set<String>> entry : titles.entrySet()) {
            Draft draft = entry.getKey();
            if (draft.lastNamedBefore(before) < 0
                    || (!country.isEmpty() && !draft.country().equals(country))) {
                continue;
            }
            String known = draft.known == null ? "" : NameKeys.lower(draft.known.office());
            for (String office : offices) {
                boolean titled = entry.getValue().stream().anyMatch(title -> title.contains(office));
                if (titled || (!country.isEmpty() && known.contains(office))) {
                    holders.add(draft);
                }
            }
        }
        return holders.size() == 1 ? new ArrayList<>(holders).get(0) : null;
    }

    /** The only organisation named in this sentence before a token and the two sentences before, or null. */
    private @Nullable Draft organisation(Sentence sentence, int before) {
        Draft only = null;
        int first = document.sentences().get(Math.max(0, sentence.index() - 2)).firstToken();
        for (int t = first; t < before; t++) {
            Draft draft = named.get(t);
            if (draft != null && draft.type == EntityType.ORGANISATION) {
                if (only != null && only != draft) {
                    return null;
                }
                only = draft;
            }
        }
        return only;
    }
}
