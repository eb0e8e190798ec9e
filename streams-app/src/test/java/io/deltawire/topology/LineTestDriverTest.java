package io.deltawire.topology;

import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Topics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The contract on Kafka's test driver. */
class LineTestDriverTest extends LineContract {
    @TempDir
    private Path state;

    @Override
    protected Topics topics() {
        return Line.TOPICS;
    }

    @Override
    protected Records run(Topics topics, List<RawArticle> articles, int expected) throws Exception {
        try (Line line = new Line(state)) {
            for (RawArticle article : articles) {
                line.publish(article);
                line.mark(Mark.OPEN, article.getPublishedAt().toString());
            }
            line.mark(Mark.END, ContractInput.last().toString());
            Records records = new Records();
            line.stories().forEach(r -> records.add(topics.stories(), r.key(), r.timestamp(), r.value()));
            line.updates().forEach(r -> records.add(topics.storyUpdates(), r.key(), r.timestamp(), r.value()));
            line.changes().forEach(r -> records.add(topics.factChanges(), r.key(), r.timestamp(), r.value()));
            line.activity().forEach(r -> records.add(topics.storyActivity(), r.key(), r.timestamp(), r.value()));
            return records;
        }
    }
}
