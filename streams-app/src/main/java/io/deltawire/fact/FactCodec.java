package io.deltawire.fact;

import io.deltawire.claim.Kind;
import io.deltawire.text.Hedge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fact as bytes. The first byte is the version; a reader takes every version up to its own. Sources repeat through
 * positions and cites, so strings are written once and referred to by number.
 */
final class FactCodec {
    static final int VERSION = 1;

    private FactCodec() {}

    static byte[] encode(Fact fact) {
        Writer writer = new Writer();
        try {
            writer.slot(fact.slot());
            writer.out.writeLong(fact.ticks());
            writer.count(fact.standings().size());
            for (Standing standing : fact.standings()) {
                writer.standing(standing);
            }
            return writer.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param storyId story of the key it was found under
     * @param id fact id of that key
     * @throws IllegalStateException when the bytes are of a later version or no fact
     */
    static Fact decode(String storyId, String id, byte[] piece) {
        try {
            Reader reader = new Reader(piece);
            Slot slot = reader.slot();
            long ticks = reader.in.readLong();
            int positions = reader.count();
            List<Standing> standings = new ArrayList<>(positions);
            for (int i = 0; i < positions; i++) {
                standings.add(reader.standing());
            }
            return new Fact(id, storyId, slot, standings, ticks);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalStateException("not a fact: " + id + " of " + storyId, e);
        }
    }

    private static final class Writer {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
        private final DataOutputStream out = new DataOutputStream(body);
        private final Map<String, Integer> strings = new LinkedHashMap<>();

        void slot(Slot slot) throws IOException {
            string(slot.kind().name());
            string(slot.bucket());
            string(slot.subject());
            string(slot.subjectId());
            string(slot.attribute());
            strings(slot.loose());
            strings(slot.around());
            out.writeBoolean(slot.quiet());
        }

        void standing(Standing standing) throws IOException {
            string(standing.value());
            string(standing.valueId());
            string(standing.unit());
            string(standing.hedge().name());
            out.writeBoolean(standing.planned());
            string(standing.state().name());
            instant(standing.firstAt());
            instant(standing.lastAt());
            count(standing.announced());
            strings(standing.speakers());
            count(standing.backings().size());
            for (Backing backing : standing.backings()) {
                string(backing.source());
                count(backing.statements());
                instant(backing.lastAt());
                out.writeLong(backing.tick());
            }
            count(standing.cites().size());
            for (Cite cite : standing.cites()) {
                string(cite.articleId());
                string(cite.source());
                instant(cite.at());
            }
        }

        private void instant(Instant instant) throws IOException {
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        }

        private void strings(List<String> values) throws IOException {
            count(values.size());
            for (String value : values) {
                string(value);
            }
        }

        private void string(String value) throws IOException {
            count(strings.computeIfAbsent(value, any -> strings.size()));
        }

        /** Seven bits a byte, as in protocol buffers. */
        void count(int value) throws IOException {
            varint(out, value);
        }

        byte[] bytes() throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream(body.size() + 512);
            DataOutputStream head = new DataOutputStream(all);
            head.writeByte(VERSION);
            varint(head, strings.size());
            for (String value : strings.keySet()) {
                byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
                varint(head, utf8.length);
                head.write(utf8);
            }
            body.writeTo(head);
            return all.toByteArray();
        }

        private static void varint(DataOutputStream to, int value) throws IOException {
            int rest = value;
            while ((rest & ~0x7F) != 0) {
                to.writeByte((rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            to.writeByte(rest);
        }
    }

    private static final class Reader {
        private final DataInputStream in;
        private final List<String> strings = new ArrayList<>();

        Reader(byte[] piece) throws IOException {
            in = new DataInputStream(new ByteArrayInputStream(piece));
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IllegalStateException("fact of version " + version + ", this program reads " + VERSION);
            }
            int count = count();
            for (int i = 0; i < count; i++) {
                strings.add(new String(in.readNBytes(count()), StandardCharsets.UTF_8));
            }
        }

        Slot slot() throws IOException {
            Kind kind = Kind.valueOf(string());
            return new Slot(kind, string(), string(), string(), string(), list(), list(), in.readBoolean());
        }

        Standing standing() throws IOException {
            String value = string();
            String valueId = string();
            String unit = string();
            Hedge hedge = Hedge.valueOf(string());
            boolean planned = in.readBoolean();
            Standing.State state = Standing.State.valueOf(string());
            Instant firstAt = instant();
            Instant lastAt = instant();
            int announced = count();
            List<String> speakers = list();
            List<Backing> backings = new ArrayList<>();
            for (int i = count(); i > 0; i--) {
                backings.add(new Backing(string(), count(), instant(), in.readLong()));
            }
            List<Cite> cites = new ArrayList<>();
            for (int i = count(); i > 0; i--) {
                cites.add(new Cite(string(), string(), instant()));
            }
            return new Standing(
                    value, valueId, unit, hedge, planned, state, firstAt, lastAt, backings, cites, speakers, announced);
        }

        private Instant instant() throws IOException {
            return Instant.ofEpochSecond(in.readLong(), in.readInt());
        }

        private List<String> list() throws IOException {
            List<String> values = new ArrayList<>();
            for (int i = count(); i > 0; i--) {
                values.add(string());
            }
            return values;
        }

        private String string() throws IOException {
            return strings.get(count());
        }

        int count() throws IOException {
            int value = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                int next = in.readUnsignedByte();
                value |= (next & 0x7F) << shift;
                if ((next & 0x80) == 0) {
                    return value;
                }
            }
            throw new IOException("number too long");
        }
    }
}
