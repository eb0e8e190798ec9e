package io.deltawire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every form of the line keeps to: one input, one output, record by record. */
public abstract class LineContract {
    /**
     * Sends articles through, then a closing mark at the time of the last, and gives all records of the output topics.
     *
     * @param articles in the order in which they are to arrive
     * @param expected records that will come; a form that can't tell when it is through waits for so many
     */
    protected abstract Records run(Topics topics, List<RawArticle> articles, int expected) throws Exception;

    /** Topics of a test of its own. */
    protected abstract Topics topics();

    @Test
    void samplesGiveTheRecordsOfTheBacktest() throws Exception {
        Topics topics = topics();
        Records expected = ContractInput.backtest(topics, 1);
        assertThat(expected.size()).isGreaterThan(ContractInput.articles().size());
        Records found = run(topics, ContractInput.articles(), expected.size());
        assertThat(found.byTopicAndKey()).isEqualTo(expected.byTopicAndKey());
    }

    @Test
    void articlesThatComeAgainChangeNothing() throws Exception {
        Topics topics = topics();
        Records expected = ContractInput.backtest(topics, 1);
        List<RawArticle> articles = ContractInput.articles();
        List<RawArticle> twice = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            twice.add(articles.get(i));
            twice.add(articles.get(i / 2));
        }
        Records found = run(topics, twice, expected.size());
        assertThat(found.byTopicAndKey()).isEqualTo(expected.byTopicAndKey());
    }
}
