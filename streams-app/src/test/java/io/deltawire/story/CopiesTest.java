package io.deltawire.story;

import static io.deltawire.story.TestDigests.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.evaluate.ScenarioGold;
import io.deltawire.evaluate.ScenarioRun;
import io.deltawire.state.MapPieces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopiesTest {
    private static final double LEAST = StoryConfig.defaults().copyAt();

    private static final List<String> SENTENCES = List.of(
            "The night train from Ostrau to Lindhaven left the rails at a crossing near Velm shortly before four in the morning.",
            "Rescue teams freed eleven passengers from the second carriage, which had come to rest against a signal box.",
            "The driver of a timber lorry had ignored the lights, according to a railway worker who saw the collision.",
            "Hospitals in Velm and Ostrau took in thirty people, four of them with broken bones, a doctor on duty said.",
            "Trains to the coast are led over the southern line until the carriages have been lifted, probably until Friday.",
            "The transport minister called for barriers at every crossing of the line and promised the money by autumn.");

    private final StoryEngine engine = new StoryEngine(new MapPieces());

    @Test
    void shortenedTextIsACopyOfTheLongOne() {
        place("a1", "Ostrau Wire", String.join(" ", SENTENCES));
        assertThat(place("a2", "Velm Courier", SENTENCES.get(1) + " " + SENTENCES.get(3))
                        .duplicateOf())
                .isEqualTo("a1");
    }

    @Test
    void textWrittenOnByAsMuchAgainIsACopyOfTheShortOne() {
        place("a1", "Ostrau Wire", String.join(" ", SENTENCES.subList(0, 3)));
        assertThat(place("a2", "Velm Courier", String.join(" ", SENTENCES)).sourceKey())
                .isEqualTo("Ostrau Wire");
    }

    @Test
    void sentencesInAnotherOrderAreACopy() {
        place("a1", "Ostrau Wire", String.join(" ", SENTENCES));
        List<String> order = new ArrayList<>(SENTENCES);
        java.util.Collections.reverse(order);
        assertThat(place("a2", "Velm Courier", String.join(" ", order)).duplicateOf())
                .isEqualTo("a1");
    }

    /** The second half shares nothing with the first, but both share with the whole. */
    @Test
    void copyOfACopyIsACopyOfTheFirst() {
        place("a1", "Ostrau Wire", String.join(" ", SENTENCES.subList(0, 3)));
        place("a2", "Velm Courier", String.join(" ", SENTENCES));
        Placement part = place("a3", "Coast Post", String.join(" ", SENTENCES.subList(3, 6)));
        assertThat(part.duplicateOf()).isEqualTo("a1");
        assertThat(part.sourceKey()).isEqualTo("Ostrau Wire");
    }

    @Test
    void oneSentenceInCommonMakesNoCopy() {
        place("a1", "Ostrau Wire", String.join(" ", SENTENCES.subList(0, 4)));
        Placement other = place("a2", "Velm Courier", String.join(" ", SENTENCES.subList(3, 6)));
        assertThat(other.duplicateOf()).isEmpty();
        assertThat(other.sourceKey()).isEqualTo("Velm Courier");
    }

    @Test
    void articlesThatLeaveAreNoLongerMetAndTheOthersAre() {
        Copies copies = new Copies();
        Story story = new Story("en:a", "en", 0, 0, "");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            entries.add(new Entry(member("a" + i), story, i));
            copies.add(entries.get(i));
        }
        copies.remove(entries.get(1));
        copies.remove(entries.get(3));
        copies.add(entries.get(1));
        copies.remove(entries.get(0));
        assertThat(new HashSet<>(copies.met(member("b")))).containsExactlyInAnyOrder(entries.get(1), entries.get(2));
    }

    private static Member member(String id) {
        Digest digest = TestDigests.ferry(id, START, "Coast Post");
        return new Vectoriser(new Frequencies(new Background(1, new java.util.TreeMap<>()))).member(digest, 0);
    }

    /** Articles of one scenario tell of one event: which are copies was said by those who wrote them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"dev", "held", "second", "third", "wire", "plain", "manifold", "figures", "disputes", "mixed"})
    void reportsOfOneEventByTwoOutletsAreNoCopies(String set) throws IOException {
        Set<Set<String>> told = told(set);
        told.removeAll(copies(set));
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "held", "wire", "plain", "manifold"})
    void lightlyEditedReprintsAreCopies(String set) throws IOException {
        assertThat(told(set)).isNotEmpty().containsAll(copies(set));
    }

    private static Set<Set<String>> copies(String set) throws IOException {
        Set<Set<String>> copies = new HashSet<>();
        for (ScenarioGold scenario : ScenarioGold.read(folder(set).resolve("gold.json"))) {
            scenario.copies().forEach(pair -> copies.add(Set.copyOf(pair)));
        }
        return copies;
    }

    /** Pairs of articles of one scenario, of two outlets, that are told for copies. */
    private static Set<Set<String>> told(String set) throws IOException {
        Map<String, Digest> digests = new HashMap<>();
        ScenarioRun.digests(folder(set).resolve("articles.jsonl"))
                .forEach(digest -> digests.put(digest.articleId(), digest));
        Set<Set<String>> told = new HashSet<>();
        for (ScenarioGold scenario : ScenarioGold.read(folder(set).resolve("gold.json"))) {
            for (String id : scenario.articles()) {
                for (String earlier : scenario.articles()) {
                    if (id.compareTo(earlier) > 0 && reused(digests.get(earlier), digests.get(id)) >= LEAST) {
                        told.add(Set.of(earlier, id));
                    }
                }
            }
        }
        return told;
    }

    private static double reused(Digest one, Digest other) {
        return one.source().equals(other.source())
                ? 0
                : Signature.reused(
                        Signature.bytes(one.signature()),
                        one.words(),
                        Signature.bytes(other.signature()),
                        other.words());
    }

    private static Path folder(String set) {
        return Path.of("src/test/resources/scenarios", set);
    }

    private Placement place(String id, String source, String text) {
        return engine.place(TestDigests.digest(id, START, source, "Night train derails near Velm", text), START);
    }
}
