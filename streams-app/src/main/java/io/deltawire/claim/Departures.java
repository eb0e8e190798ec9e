package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is said to leave an office in an article, so that whoever steps in a sentence later is known to follow. Serves one article. */
final class Departures {
    /** Sentences after which a departure no longer says whom somebody follows. */
    private static final int REACH = 3;

    private static final int OBJECT_REACH = 9;
    private static final int DOUBT_REACH = 5;
    private static final Set<String> GONE = Set.of("gone", "out");

    /** What tells of a departure beside words of {@link Tenures}: as it stands, and by its base form. */
    static final Set<String> WORDS = Set.of("no", "gone", "out");

    static final Set<String> VERBS = Set.of("lose", "cost");

    private final Reading reading;
    private final Titles titles;
    private final Tenures tenures;
    private final List<Departure> departures = new ArrayList<>();
    private @Nullable Departure away;
    private @Nullable Cast cast;
    private Titles.@Nullable Title vacant;
    private int vacantAt = -REACH;
    private int last = -1;

    Departures(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.titles = reading.titles(lexicons);
        this.tenures = reading.tenures(lexicons);
    }

    /**
     * @param title office that the sentence names, or null
     * @param body what the office is of, or null
     * @param sentence index of the sentence that says so
     */
    record Departure(
            Entity person,
            Titles.@Nullable Title title,
            @Nullable Entity body,
            int sentence) {}

    /** Reads a sentence once, whoever asks first, and gives the persons it speaks of. */
    Cast read(Frames frames) {
        if (frames.sentence().index() == last && cast != null) {
            return cast;
        }
        cast = new Cast(reading, frames);
        last = frames.sentence().index();
        if (cast.persons().isEmpty() || !reading.marked(frames.sentence(), Marks.TENURE | Marks.LEAVING)) {
            return cast;
        }
        int end = frames.sentence().endToken();
        for (int t = frames.sentence().firstToken(); t < end; t++) {
            if (!reading.marked(t, Marks.TENURE | Marks.LEAVING)) {
                continue;
            }
            Cast.Person person = leaver(t, end, cast);
            if (person != null) {
                Titles.Title title = titleOf(frames, person, t);
                Entity body = title == null ? null : titles.bodyOf(frames.sentence(), title);
                departures.add(new Departure(person.entity(), title, body, last));
            } else if (tenures.at(t, end).is("away") && !doubted(t)) {
                Cast.Person subject = cast.subject(t);
                away = subject == null ? away : new Departure(subject.entity(), null, null, last);
            }
        }
        return cast;
    }

    private Cast.@Nullable Person leaver(int t, int end, Cast cast) {
        if (reading.lower(t).equals("no") && reading.lower(t + 1).equals("longer")) {
            return titles.at(t + 2, end) == null && titles.at(t + 3, end) == null ? null : cast.back(t);
        }
        if (reading.pos(t).startsWith("NN") && tenures.is(t, "gone")) {
            return doubted(t) ? null : gone(t, cast);
        }
        if (GONE.contains(reading.lower(t)) && out(t)) {
            return cast.back(t);
        }
        if (reading.lemma(t).equals("lose") && reading.pos(t).startsWith("VB")) {
            // "Lang has lost his post as health minister"
            boolean post = reading.pos(t + 1).equals("PRP$") && tenures.is(t + 2, "charge");
            return post && !doubted(t) ? subject(t, cast) : null;
        }
        if (reading.lemma(t).equals("cost")) {
            // "the defeat cost Hruska his post"
            Cast.Person person = cast.after(t + 1, t + 5);
            boolean post = person != null && tenures.any(person.end() + 1, person.end() + 3, "charge");
            return post ? person : null;
        }
        Tenures.Word word = tenures.at(t, end);
        boolean leaves = word.is("leave");
        boolean removes = word.is("remove");
        if ((!leaves && !removes) || doubted(t)) {
            return null;
        }
        boolean passive = passive(t);
        for (int k = word.end(); removes && !passive && k < Math.min(end, word.end() + 4); k++) {
            Titles.Title title = titles.at(k, end);
            if (title != null) {
                vacant = title;
                vacantAt = last;
                break;
            }
        }
        Cast.Person patient = removes && !passive ? object(word.end(), end, cast) : null;
        if (patient != null) {
            return patient;
        }
        boolean parted = word.lemma().startsWith("part");
        Cast.Person with = parted && reading.lower(word.end()).equals("with")
                ? cast.after(word.end() + 1, Math.min(end, word.end() + OBJECT_REACH))
                : null;
        boolean subject = leaves || passive;
        return with != null ? with : subject || parted ? subject(t, cast) : null;
    }

    /** "Helena Prates is gone", "Prates out at Air Lusitana". */
    private boolean out(int t) {
        boolean is = reading.lemma(t - 1).equals("be");
        boolean headline = reading.isA(t - 1, EntityType.PERSON)
                && (reading.lower(t + 1).equals("at")
                        || reading.lower(t + 1).equals("as")
                        || reading.lower(t + 1).equals(","));
        return is || headline;
    }

    /** "ruled out her resignation", "under pressure to step down", "will not resign". */
    private boolean doubted(int t) {
        for (int k = t - 1; k >= t - DOUBT_REACH; k--) {
            String lower = reading.lower(k);
            if (tenures.is(k, "doubt") || tenures.is(k, "hold") || lower.equals("not") || lower.equals("n't")) {
                return true;
            }
            if (lower.equals(",") || lower.equals(";") || lower.equals(".")) {
                break;
            }
        }
        return reading.lower(t - 1).equals("to") && !tenures.is(t - 2, "settled");
    }

    private Cast.@Nullable Person subject(int t, Cast cast) {
        Cast.Person subject = cast.subject(t);
        // "Skarv and its chief executive, Lena Berg, have parted ways"
        return subject == null && tenures.at(t, t + 2).lemma().startsWith("part") ? cast.back(t) : subject;
    }

    private boolean passive(int t) {
        for (int k = t - 1; k >= t - 3; k--) {
            if (reading.lemma(k).equals("be") || reading.lemma(k).equals("get")) {
                return true;
            }
            if (!reading.pos(k).startsWith("RB") && !reading.pos(k).startsWith("VB")) {
                return false;
            }
        }
        return false;
    }

    private Cast.@Nullable Person object(int from, int end, Cast cast) {
        int to = from;
        while (to < Math.min(end, from + OBJECT_REACH)
                && !reading.lower(to).equals(",")
                && !reading.pos(to).equals("IN")
                && !reading.pos(to).equals("CC")) {
            to++;
        }
        // "dismissed its chief executive, Lena Berg"
        Cast.Person found = cast.after(from, to);
        boolean comma = found == null && to > from + 1 && reading.lower(to).equals(",");
        Cast.Person beside = comma ? cast.after(to + 1, to + 2) : null;
        return found == null ? beside : found;
    }

    /** "Lang's resignation", "her departure", "the resignation of Peter Lang", "got the sack". */
    private Cast.@Nullable Person gone(int t, Cast cast) {
        for (Cast.Person person : cast.persons()) {
            boolean owner = person.owns() && person.first() < t && t - person.end() <= 4;
            int of = t + 1;
            boolean behind = reading.lower(of).equals("of") && person.first() > of && person.first() <= of + 6;
            if (owner || behind) {
                return person;
            }
        }
        boolean gets = reading.lower(t - 1).equals("the")
                && (reading.lemma(t - 2).equals("get") || reading.lemma(t - 2).equals("give"));
        return gets ? cast.subject(t - 2) : null;
    }

    /** The title before or beside the name, or behind the verb: "sacked chief executive Lena Berg", "resigned as mayor". */
    private Titles.@Nullable Title titleOf(Frames frames, Cast.Person person, int verb) {
        int begin = frames.sentence().firstToken();
        int end = frames.sentence().endToken();
        for (int t = Math.max(begin, person.first() - 5); t < person.first(); t++) {
            Titles.Title title = titles.at(t, end);
            boolean beside = title != null
                    && (title.end() == person.first()
                            || (reading.lower(title.end()).equals(",") && title.end() + 1 == person.first()));
            if (beside) {
                return title;
            }
        }
        for (int t = verb; t < Math.min(end, verb + 10); t++) {
            boolean as = reading.lower(t).equals("as") || reading.lower(t).equals("longer");
            for (int k = t + 1; as && k < Math.min(end, t + 6); k++) {
                Titles.Title title = titles.at(k, end);
                if (title != null) {
                    return title;
                }
            }
        }
        return null;
    }

    /** Whoever left last, this sentence or up to three before; null when nobody did, or only the one who arrives. */
    @Nullable
    Departure before(int sentence, Entity incoming, Titles.@Nullable Title title) {
        for (int i = departures.size() - 1; i >= 0; i--) {
            Departure departure = departures.get(i);
            boolean fits = title == null
                    || departure.title() == null
                    || Titles.general(title)
                    || Titles.general(departure.title())
                    || departure.title().office().equals(title.office());
            if (sentence - departure.sentence() <= REACH && !departure.person().equals(incoming) && fits) {
                return departure;
            }
        }
        return null;
    }

    /** Whoever left last, or seems to have, in a sentence or in the one before it; null for nobody. */
    @Nullable
    Departure lately(int sentence) {
        Departure latest = departures.isEmpty() ? away : departures.get(departures.size() - 1);
        Departure lately = latest == null || sentence - latest.sentence() > 1 ? away : latest;
        return lately != null && sentence - lately.sentence() <= 1 ? lately : null;
    }

    /** "Dismissed its coach and entrusted the side to Jitka Broz": the office whose holder the sentence, or the one before, removes. */
    Titles.@Nullable Title vacant(int sentence) {
        return sentence - vacantAt <= 1 ? vacant : null;
    }

    /** Whether a sentence says that somebody leaves. */
    boolean leaves(int sentence, Entity person) {
        return departures.stream()
                .anyMatch(departure ->
                        departure.sentence() == sentence && departure.person().equals(person));
    }
}
