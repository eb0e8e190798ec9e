package io.deltawire.cli;

import io.deltawire.avro.RawArticle;
import io.deltawire.ops.Letter;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;

/** Dead letters for people. */
final class LetterText {
    private static final int MOST_BYTES = 512;
    private static final int BYTES_A_LINE = 32;

    private LetterText() {}

    static String line(Letter letter) {
        return String.join(
                "  ",
                letter.id(),
                letter.writtenAt().toString(),
                letter.retried() ? "retried" : "open",
                letter.key().isEmpty() ? "-" : letter.key(),
                letter.origin().map(Letter.Origin::toString).orElse("-"),
                letter.cause());
    }

    static List<String> full(Letter letter, Settings settings) {
        List<String> lines = new ArrayList<>();
        lines.add(line(letter));
        letter.headers().forEach((name, value) -> {
            lines.add(name + ":");
            value.lines().limit(20).forEach(line -> lines.add("  " + line));
        });
        lines.add("value, " + letter.value().remaining() + " bytes:");
        lines.addAll(content(letter.value().duplicate(), settings));
        return lines;
    }

    /** The article, if the bytes are one; else the bytes. */
    private static List<String> content(ByteBuffer value, Settings settings) {
        byte[] bytes = new byte[value.remaining()];
        value.get(bytes);
        Map<String, Object> quick =
                settings.with(Map.of("deltawire.registry.wait.ms", "2000")).forClients();
        try (AvroSerde<RawArticle> serde = AvroSerde.of(RawArticle.class, quick)) {
            RawArticle article =
                    serde.deserializer().deserialize(settings.topics().articlesRaw(), bytes);
            if (article != null) {
                return List.of("  " + article);
            }
        } catch (SerializationException e) {
            // That it is no article is the usual reason for being here.
        }
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < Math.min(bytes.length, MOST_BYTES); at += BYTES_A_LINE) {
            int end = Math.min(Math.min(bytes.length, MOST_BYTES), at + BYTES_A_LINE);
            lines.add("  " + HexFormat.ofDelimiter(" ").formatHex(bytes, at, end));
        }
        if (bytes.length > MOST_BYTES) {
            lines.add("  …");
        }
        return lines;
    }
}
