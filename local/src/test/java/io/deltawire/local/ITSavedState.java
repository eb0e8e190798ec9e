package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.RawArticle;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.topology.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * This build goes on from what another one left: topics, changelogs, committed offsets and the stores on disk. What releases left is
 * in {@code local/released/VERSION.zip}; {@code -Dstate.release=VERSION} writes that of this build there.
 */
@Timeout(1_800)
class ITSavedState {
    private static final Path RELEASED = Path.of("released");
    private static final int BEFORE = 60;
    private static final List<RawArticle> NEWS = news();

    @TempDir
    private Path home;

    private static List<RawArticle> news() {
        MadeUpNews news = new MadeUpNews(23);
        return Stream.generate(news::next).limit(2 * BEFORE).toList();
    }

    static Stream<Path> released() throws IOException {
        if (!Files.isDirectory(RELEASED)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList().stream();
        }
    }

    /** Left by this build, carried elsewhere and gone on from: as if nothing had been. */
    @Test
    void whatThisBuildLeftIsGoneOnFromToTheLetter() throws Exception {
        Path left = home.resolve("left");
        try (SavedLine line = SavedLine.start(left)) {
            line.publish(NEWS.subList(0, BEFORE), false);
        }
        Path archive = home.resolve("saved.zip");
        SavedLine.pack(left, archive);
        String version = System.getProperty("state.release");
        if (version != null) {
            SavedLine.pack(left, RELEASED.resolve(version + ".zip"));
        }
        Path elsewhere = home.resolve("elsewhere");
        SavedLine.unpack(archive, elsewhere);
        try (SavedLine line = SavedLine.start(elsewhere)) {
            line.publish(NEWS.subList(BEFORE, NEWS.size()), true);
            Records expected = ITFaults.backtest(home, NEWS, SavedLine.topics());
            FaultReport report = FaultReport.compare(expected, line.records());
            assertThat(report.differences()).as("%s", report.examples()).isZero();
            assertThat(line.deadLetters()).isZero();
        }
    }

    /** Engines learn from release to release, so what comes out may differ; that old stories go on and nothing is refused may not. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("released")
    void storiesThatAReleaseLeftGoOn(Path archive) throws Exception {
        SavedLine.unpack(archive, home.resolve("old"));
        try (SavedLine line = SavedLine.start(home.resolve("old"))) {
            List<StoryUpdate> told = line.updates();
            assertThat(told).isNotEmpty();
            line.publish(NEWS.subList(BEFORE, NEWS.size()), true);
            List<StoryUpdate> since = new ArrayList<>(line.updates());
            since.removeAll(told);
            assertThat(line.deadLetters()).isZero();
            assertThat(stories(since)).containsAnyElementsOf(stories(told));
        }
    }

    private static Set<String> stories(List<StoryUpdate> updates) {
        Set<String> stories = new HashSet<>();
        updates.forEach(update -> stories.add(update.getStoryId()));
        return stories;
    }
}
