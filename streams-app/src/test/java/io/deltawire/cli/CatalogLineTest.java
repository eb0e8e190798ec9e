package io.deltawire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.avro.Entity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CatalogLineTest {
    private static final Instant LATER = Instant.parse("2025-05-11T12:00:05Z");

    @Test
    void lineWithoutATimeHoldsFromTheGivenOne() {
        Entity entity = CatalogLine.parse(
                "{\"id\":\"org:acme\",\"name\":\"Acme Holdings\",\"type\":\"organisation\",\"aliases\":[\"Acmeco\"]}",
                LATER);
        assertThat(entity.getEffectiveFrom()).isEqualTo(LATER);
        assertThat(entity.getType()).isEqualTo("ORGANISATION");
        assertThat(entity.getAliases()).containsExactly("Acmeco");
    }

    @Test
    void lineSaysFromWhenItHolds() {
        Entity entity = CatalogLine.parse(
                "{\"id\":\"x\",\"name\":\"X\",\"type\":\"OTHER\",\"effective_from\":\"2024-01-01T00:00:00Z\"}", LATER);
        assertThat(entity.getEffectiveFrom()).isEqualTo("2024-01-01T00:00:00Z");
    }

    @Test
    void aCountryIsGivenByItsCodeOrItsId() {
        for (String country : new String[] {"ng", "NG", "country:ng"}) {
            Entity entity = CatalogLine.parse(
                    "{\"id\":\"x\",\"name\":\"X\",\"type\":\"OTHER\",\"country\":\"" + country + "\"}", LATER);
            assertThat(entity.getCountry()).isEqualTo("country:ng");
        }
        assertThatThrownBy(() -> CatalogLine.parse(
                        "{\"id\":\"x\",\"name\":\"X\",\"type\":\"OTHER\",\"country\":\"Narnia\"}", LATER))
                .hasMessageContaining("Narnia");
    }

    @Test
    void wrongLinesAreNamed() {
        assertThatThrownBy(() -> CatalogLine.parse("{\"id\":\"x\",\"type\":\"OTHER\"}", LATER))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> CatalogLine.parse("{\"id\":\"x\",\"name\":\"X\",\"type\":\"COW\"}", LATER))
                .hasMessageContaining("COW");
        assertThatThrownBy(() -> CatalogLine.parse("{", LATER)).hasMessageContaining("JSON");
        assertThatThrownBy(() -> CatalogLine.parse(
                        "{\"id\":\"x\",\"name\":\"X\",\"type\":\"OTHER\",\"effective_from\":\"soon\"}", LATER))
                .hasMessageContaining("ISO 8601");
    }
}
