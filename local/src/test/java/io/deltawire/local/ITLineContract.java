package io.deltawire.local;

import io.deltawire.avro.RawArticle;
import io.deltawire.ops.StreamsApp;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Topics;
import io.deltawire.topology.ContractInput;
import io.deltawire.topology.LineContract;
import io.deltawire.topology.Records;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real broker and a real registry. */
@ExtendWith(StackExtension.class)
class ITLineContract extends LineContract {
    private Cluster cluster;

    @BeforeEach
    void open(Stack stack, @TempDir Path state) throws Exception {
        cluster = new Cluster(stack, state, 1, 1, Map.of());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Override
    protected Topics topics() {
        return cluster.topics;
    }

    @Override
    protected Records run(Topics topics, List<RawArticle> articles, int expected) throws Exception {
        try (StreamsApp app = StreamsApp.start(cluster.settings)) {
            for (RawArticle article : articles) {
                cluster.send(0, article);
            }
            cluster.mark(Mark.END, ContractInput.last());
            return cluster.read(expected);
        }
    }
}
