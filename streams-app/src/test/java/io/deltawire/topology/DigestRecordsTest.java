package io.deltawire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.story.Digest;
import io.deltawire.text.Hedge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class DigestRecordsTest {
    private static final Claim CLAIM = new Claim(
            "c1",
            "a1",
            Kind.QUANTITY,
            "killed",
            "x:killed",
            "in the quake",
            List.of("place=x:marvenia"),
            "41",
            "x:value",
            "people",
            Hedge.AT_LEAST,
            "police",
            "x:police",
            Modality.POSSIBLE,
            List.of(Claim.Cue.UPDATE, Claim.Cue.TOTAL),
            "At least 41 may have died.",
            5,
            30,
            0.75);

    private static final Digest DIGEST = new Digest(
            "a1",
            "en",
            "outlet",
            Instant.parse("2024-05-06T10:00:00.123Z"),
            "Title",
            List.of(new Digest.Term("quake", 1, 2, 3)),
            List.of(new Digest.EntityWeight("x:marvenia", "Marvenia", "PLACE", true, false, 4)),
            List.of("killed=41"),
            List.of(LocalDate.of(2024, 5, 6)),
            List.of(7, -8),
            120,
            List.of(CLAIM));

    @Test
    void nothingOfADigestIsLostOnItsWay() throws Exception {
        io.deltawire.avro.Digest sent = DigestRecords.avro(DIGEST);
        assertThat(DigestRecords.engine(overTheWire(sent))).isEqualTo(DIGEST);
    }

    private static io.deltawire.avro.Digest overTheWire(io.deltawire.avro.Digest sent) {
        var serde = io.deltawire.schemas.AvroSerde.of(
                io.deltawire.avro.Digest.class,
                Map.of("schema.registry.url", "mock://digests", "auto.register.schemas", true));
        byte[] bytes = serde.serializer().serialize("digests", sent);
        SpecificRecord back = serde.deserializer().deserialize("digests", bytes);
        return (io.deltawire.avro.Digest) back;
    }
}
