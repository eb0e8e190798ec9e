package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import io.deltawire.text.Sentence;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What words around a figure say of it beyond its noun and verb: terms of prison, per share, one more, what it is about. */
final class Terms {
    private static final int NEAR = 8;
    private static final int AROUND = 14;
    private static final int MOST_ABOUT = 10;
    private static final int MOST_NAMES = 3;
    private static final String NAME = "@";
    private static final Set<String> PRISON =
            Set.of("prison", "jail", "sentence", "bars", "imprisonment", "custody", "jailed", "sentenced", "term");
    private static final Set<String> MORE = Set.of("more", "another", "further", "additional", "extra");

    private static final Set<String> REST = Set.of("last", "remaining", "final");

    private final Reading reading;
    private final Lexicons lexicons;

    Terms(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    /** "sentence" for years behind bars, "" for other spans of time. */
    String of(Sentence sentence, NumberValue number) {
        int from = Math.max(sentence.firstToken(), number.firstToken() - NEAR);
        int to = Math.min(sentence.endToken(), number.endToken() + NEAR);
        for (int t = from; t < to; t++) {
            if (PRISON.contains(reading.lemma(t)) || PRISON.contains(reading.lower(t))) {
                return "sentence";
            }
        }
        return "";
    }

    /** "asked for nine years", "faces up to 12 years": not a sentence yet. */
    boolean sought(Sentence sentence, NumberValue number) {
        int from = Math.max(sentence.firstToken(), number.firstToken() - NEAR);
        return Standing.says(reading, lexicons, from, number.endToken(), "sought");
    }

    /** "six of them". */
    boolean ofThem(NumberValue number) {
        String next = reading.lower(number.endToken() + 1);
        return reading.lower(number.endToken()).equals("of")
                && (next.equals("them") || next.equals("whom") || next.equals("those"));
    }

    /** "28 euros a share", "$130 per share", "31 euros for each share". */
    boolean perShare(NumberValue number) {
        for (int t = number.endToken(); t < number.endToken() + 4; t++) {
            String lower = reading.lower(t);
            if (lower.equals("share") || lower.equals("shares")) {
                String before = reading.lower(number.endToken());
                return before.equals("a") || before.equals("per") || before.equals("for") || before.equals("each");
            }
        }
        return reading.lower(number.endToken()).equals("apiece");
    }

    /** "another seven bodies", "three more": added to those counted before. */
    boolean increment(Chunk chunk, NumberValue number) {
        for (int t = Math.min(chunk.first(), number.firstToken()) - 1; t < chunk.end(); t++) {
            boolean last =
                    reading.lower(t).equals("last") && reading.lower(t - 1).equals("the");
            if (last
                    || (MORE.contains(reading.lower(t)) && !reading.lower(t + 1).equals("than"))) {
                return true;
            }
        }
        return MORE.contains(reading.lower(number.endToken()))
                && !reading.lower(number.endToken() + 1).equals("than");
    }

    /** "the last five bodies": the rest of those counted before. */
    boolean rest(Chunk chunk, NumberValue number) {
        int t = Math.min(chunk.first(), number.firstToken());
        for (int k = t - 1; k <= number.firstToken(); k++) {
            if (REST.contains(reading.lower(k)) && k < number.firstToken()) {
                return true;
            }
        }
        return false;
    }

    private static final Set<String> SPEEDS = Set.of("km/h", "mph", "kn", "m/s");

    /** A sum of money, a share or a measured size that no noun or verb names: told apart by what stands around it. */
    Measures.@Nullable Measure unnamed(Frames frames, Chunk chunk, NumberValue number) {
        boolean sized = number.use() == NumberValue.Use.MONEY
                || number.use() == NumberValue.Use.PERCENT
                || number.use() == NumberValue.Use.MEASURE;
        if (number.use() == NumberValue.Use.PERCENT
                && (Standing.has(reading, frames.sentence(), "vote")
                        || Standing.has(reading, frames.sentence(), "ballot"))) {
            return null; // ShareReader tells whose share it is
        }
        if (SPEEDS.contains(number.unit())) {
            return new Measures.Measure("speed", "", 0.7);
        }
        return sized ? new Measures.Measure("amount", "", 0.45) : null;
    }

    /** Gives a figure the content words near it, nearest first, so that a later figure of the same thing can be told by them. */
    void about(Draft draft, Sentence sentence, NumberValue number) {
        about(draft, sentence, number.firstToken(), number.endToken());
        String per = per(number);
        if (!per.isEmpty()) {
            draft.with("about", "per " + per);
        }
    }

    /** The same for what stands at these tokens. */
    void about(Draft draft, Sentence sentence, int first, int end) {
        Around around = new Around();
        for (int step = 0; step < AROUND && around.words.size() < MOST_ABOUT + MOST_NAMES; step++) {
            keep(around, sentence, first - 1 - step);
            keep(around, sentence, end + step);
        }
        around.words.forEach(word -> draft.with("about", word));
    }

    /** "45 dollars a barrel", "six dollars on each litre": what one of is priced, "" when the figure is no price of one. */
    private String per(NumberValue number) {
        for (int t = number.endToken(); t < number.endToken() + 3; t++) {
            String lower = reading.lower(t);
            boolean each = lower.equals("a") || lower.equals("per") || lower.equals("each") || lower.equals("an");
            if (each && reading.pos(t + 1).equals("NN") && number.use() == NumberValue.Use.MONEY) {
                return reading.lemma(t + 1);
            }
        }
        return "";
    }

    /** What was kept so far of what stands around a figure. */
    private static final class Around {
        final Set<String> words = new LinkedHashSet<>();

        /** How many of them are names. */
        int names;

        void add(String word) {
            names += words.add(word) && word.startsWith(NAME) ? 1 : 0;
        }
    }

    private void keep(Around around, Sentence sentence, int t) {
        boolean outside = t < sentence.firstToken() || t >= sentence.endToken();
        if (outside || reading.marked(t, Marks.PLAIN | Marks.NUMBER | Marks.TIME)) {
            return;
        }
        String pos = reading.pos(t);
        boolean noun = pos.startsWith("NN");
        if (!noun && !pos.startsWith("VB") && !pos.startsWith("JJ")) {
            return;
        }
        boolean name = noun && pos.startsWith("NNP");
        boolean full = name ? around.names >= MOST_NAMES : around.words.size() - around.names >= MOST_ABOUT;
        String lemma = reading.lemma(t);
        if (!full && lemma.length() > 2) {
            around.add(name ? NAME + reading.lower(t) : reading.marked(t, Marks.TOPIC) ? topic(lemma) : lemma);
        }
    }

    private String topic(String lemma) {
        String target = lexicons.targets().of(lemma);
        if (!target.isEmpty()) {
            return target;
        }
        String measure = lexicons.measures().of(lemma);
        return measure.isEmpty() ? lemma : measure;
    }

    /** Whether a base form tells nothing of a figure that it stands beside. */
    static boolean plain(Lexicons lexicons, String lemma) {
        return lemma.equals("have")
                || lemma.equals("will")
                || lexicons.verbs().is(lemma, "report")
                || lexicons.verbs().is(lemma, "reach")
                || lexicons.verbs().is(lemma, "change");
    }
}
