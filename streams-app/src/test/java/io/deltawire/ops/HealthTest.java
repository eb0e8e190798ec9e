package io.deltawire.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
    @Test
    void whoWaitsForTheBrokerIsAliveAndNotReady() {
        Health health = new Health();
        health.waitsFor("waiting for broker b:9092");
        assertThat(health.live()).isEqualTo(new Health.Answer(true, "waiting for broker b:9092"));
        assertThat(health.ready()).isEqualTo(new Health.Answer(false, "waiting for broker b:9092"));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED,true",
        "RUNNING,true",
        "REBALANCING,true",
        "PENDING_ERROR,false",
        "ERROR,false",
        "PENDING_SHUTDOWN,false",
        "NOT_RUNNING,false"
    })
    void aliveMeansRunningOrRebalancing(State state, boolean alive) {
        assertThat(Health.live(state).well()).isEqualTo(alive);
    }

    @Test
    void readyMeansRunningRestoredAndBothUpstreamsThere() {
        assertThat(Health.ready(State.RUNNING, 0, List.of()).well()).isTrue();
        assertThat(Health.ready(State.REBALANCING, 0, List.of()).well()).isFalse();
        assertThat(Health.ready(State.REBALANCING, 5, List.of()).detail()).contains("5 records to restore");
        assertThat(Health.ready(State.RUNNING, 5, List.of()).well()).isFalse();
        assertThat(Health.ready(State.RUNNING, 0, List.of("broker", "registry")))
                .isEqualTo(new Health.Answer(false, "no answer from broker and registry"));
    }
}
