package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entities;
import io.deltawire.entity.Entity;
import io.deltawire.entity.Mention;
import io.deltawire.net.MarkedSentence;
import io.deltawire.text.Document;
import io.deltawire.text.Values;
import io.deltawire.text.WordForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What {@code train-stances} learns from: the features of a text's sentences and of those who may hold what they say. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public final class StanceSightings {
    private final Lexicons lexicons = Lexicons.load();

    /**
     * A sentence.
     *
     * @param words its words alone
     * @param marked with its holders marked
     */
    public record Said(int[] words, int[] features, List<Seen> holders, MarkedSentence marked) {}

    /**
     * Somebody who may hold what it says.
     *
     * @param spans where the text names it, from and to offsets by turns
     * @param features by stance, see {@link StanceModel#STANCES}
     */
    public record Seen(List<Integer> spans, List<int[]> features) {
        /** Whether it is named anywhere between two offsets. */
        public boolean at(int begin, int end) {
            for (int i = 0; i < spans.size(); i += 2) {
                if (spans.get(i) < end && begin < spans.get(i + 1)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The sentences of a text, in order. */
    public List<Said> of(Document document, Entities entities, Values values, List<Attribution> attributions) {
        Reading reading = new Reading(document, entities, values, attributions);
        Parties parties = new Parties(reading, lexicons);
        Voices voices = new Voices(reading, lexicons, parties);
        StanceHolders holders = new StanceHolders(reading, voices);
        StanceFeatures features = new StanceFeatures(reading);
        List<Said> all = new ArrayList<>();
        for (Frames frames : Frames.of(reading, lexicons, document.sentences())) {
            parties.upTo(frames.sentence().index() - 1);
            parties.read(frames);
            voices.turn(frames);
            List<Seen> seen = new ArrayList<>();
            List<StanceHolder> named = holders.of(frames);
            for (StanceHolder holder : named) {
                List<int[]> byStance = new ArrayList<>();
                for (int stance = 0; stance < StanceModel.STANCES.size(); stance++) {
                    byStance.add(features.of(holder, seen.size(), stance));
                }
                seen.add(new Seen(spans(reading, holder), byStance));
            }
            Keys keys = new Keys(lexicons.stances());
            features.of(frames, keys);
            int[] words = IntStream.range(
                            frames.sentence().firstToken(), frames.sentence().endToken())
                    .map(t -> StanceWords.screened(reading.lemma(t)))
                    .toArray();
            all.add(new Said(words, keys.toArray(), seen, StanceMarks.of(reading, frames, named)));
        }
        return all;
    }

    /** Lists features. */
    private static final class Keys implements StanceSink {
        private final Lexicon stances;
        private final IntStream.Builder keys = IntStream.builder();

        Keys(Lexicon stances) {
            this.stances = stances;
        }

        @Override
        public void key(int key) {
            keys.add(key);
        }

        @Override
        public StanceWords.Word word(WordForm form) {
            StanceWords.Word word = StanceWords.Word.of(form.lower());
            Arrays.stream(word.keys()).forEach(keys);
            return word;
        }

        @Override
        public void lemma(WordForm base, boolean behind, boolean negated) {
            Arrays.stream(StanceWords.lemma(stances, base.text(), negated)).forEach(keys);
            if (behind) {
                keys.add(StanceWords.negated(base.text()));
            }
        }

        int[] toArray() {
            return keys.build().toArray();
        }
    }

    private static List<Integer> spans(Reading reading, StanceHolder holder) {
        List<Integer> spans = new ArrayList<>();
        Chunk group = holder.group();
        if (group != null) {
            spans.add(reading.token(group.first()).begin());
            spans.add(reading.token(group.end() - 1).end());
        }
        Entity entity = holder.who().entity();
        if (entity != null) {
            for (Mention mention : entity.mentions()) {
                spans.addAll(Arrays.asList(mention.begin(), mention.end()));
            }
        }
        return spans;
    }
}
