package io.deltawire.fact;

import io.deltawire.claim.Kind;
import io.deltawire.text.Hedge;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact as bytes. The first byte is the version; a reader takes every version up to its own. Sources repeat through
 * positions and cites, so strings are written once and referred to by number.
 */
final class FactCodec {
    static final int VERSION = 2;

    /** The first version with the sentence of a position's latest statement. */
    private static final int WITH_SENTENCES = 2;

    private FactCodec() {}

    static byte[] encode(Fact fact) {
        return new Writer().encode(fact);
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

    /** Writes facts one after the other; its room is kept for the next. Not thread-safe. */
    static final class Writer {
        private final Bytes body = new Bytes();
        /** Strings in the order in which they are met first. */
        private final Bytes strings = new Bytes();

        private final Numbers numbers = new Numbers();

        byte[] encode(Fact fact) {
            body.size = 0;
            strings.size = 0;
            numbers.clear();
            slot(fact.slot());
            body.number(fact.ticks());
            body.count(fact.standings().size());
            for (Standing standing : fact.standings()) {
                standing(standing);
            }
            return bytes();
        }

        private void slot(Slot slot) {
            string(slot.kind().name());
            string(slot.bucket());
            string(slot.subject());
            string(slot.subjectId());
            string(slot.attribute());
            strings(slot.loose());
            strings(slot.around());
            body.add(slot.quiet() ? 1 : 0);
        }

        private void standing(Standing standing) {
            string(standing.value());
            string(standing.valueId());
            string(standing.unit());
            string(standing.hedge().name());
            body.add(standing.planned() ? 1 : 0);
            string(standing.state().name());
            instant(standing.firstAt());
            instant(standing.lastAt());
            body.count(standing.announced());
            strings(standing.speakers());
            body.count(standing.backings().size());
            for (Backing backing : standing.backings()) {
                string(backing.source());
                body.count(backing.statements());
                instant(backing.lastAt());
                body.number(backing.tick());
            }
            body.count(standing.cites().size());
            for (Cite cite : standing.cites()) {
                string(cite.articleId());
                string(cite.source());
                instant(cite.at());
                string(cite.sentence());
            }
        }

        private void instant(Instant instant) {
            body.number(instant.getEpochSecond());
            body.number(instant.getNano());
        }

        private void strings(List<String> values) {
            body.count(values.size());
            for (String value : values) {
                string(value);
            }
        }

        private void string(String value) {
            int met = numbers.size();
            int number = numbers.of(value);
            body.count(number);
            if (number == met) {
                byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
                strings.count(utf8.length);
                strings.add(utf8, utf8.length);
            }
        }

        private byte[] bytes() {
            Bytes begin = new Bytes(2 * Integer.BYTES);
            begin.add(VERSION);
            begin.count(numbers.size());
            byte[] all = Arrays.copyOf(begin.bytes, begin.size + strings.size + body.size);
            System.arraycopy(strings.bytes, 0, all, begin.size, strings.size);
            System.arraycopy(body.bytes, 0, all, begin.size + strings.size, body.size);
            return all;
        }
    }

    /** Numbers of the strings of one fact, some hundred: an open table. */
    private static final class Numbers {
        private @Nullable String[] keys = new String[256];
        private int[] numbers = new int[keys.length];
        private int size;

        void clear() {
            Arrays.fill(keys, null);
            size = 0;
        }

        int size() {
            return size;
        }

        /** The number of a string; the next one for a string that is new. */
        int of(String key) {
            int at = find(key);
            if (keys[at] == null) {
                if (2 * size == keys.length) {
                    grow();
                    at = find(key);
                }
                keys[at] = key;
                numbers[at] = size++;
            }
            return numbers[at];
        }

        private int find(String key) {
            int hash = key.hashCode();
            int at = (hash ^ hash >>> 16) & (keys.length - 1);
            while (keys[at] != null && !keys[at].equals(key)) {
                at = (at + 1) & (keys.length - 1);
            }
            return at;
        }

        private void grow() {
            @Nullable String[] old = keys;
            int[] known = numbers;
            keys = new String[2 * old.length];
            numbers = new int[keys.length];
            for (int i = 0; i < old.length; i++) {
                if (old[i] != null) {
                    int at = find(old[i]);
                    keys[at] = old[i];
                    numbers[at] = known[i];
                }
            }
        }
    }

    /** What is written, high bytes first; a stream of the library locks itself for every byte. */
    private static final class Bytes {
        private byte[] bytes;
        private int size;

        Bytes() {
            this(1024);
        }

        Bytes(int room) {
            bytes = new byte[room];
        }

        void add(int value) {
            makeRoom(1);
            bytes[size++] = (byte) value;
        }

        void add(byte[] values, int length) {
            makeRoom(length);
            System.arraycopy(values, 0, bytes, size, length);
            size += length;
        }

        void number(long value) {
            number((int) (value >>> 32));
            number((int) value);
        }

        void number(int value) {
            makeRoom(4);
            for (int shift = 24; shift >= 0; shift -= 8) {
                bytes[size++] = (byte) (value >>> shift);
            }
        }

        /** Seven bits a byte, as in protocol buffers. */
        void count(int value) {
            int rest = value;
            while ((rest & ~0x7F) != 0) {
                add((rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            add(rest);
        }

        private void makeRoom(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
            }
        }
    }

    private static final class Reader {
        private final DataInputStream in;
        private final List<String> strings = new ArrayList<>();
        private final int version;

        Reader(byte[] piece) throws IOException {
            in = new DataInputStream(new ByteArrayInputStream(piece));
            version = in.readUnsignedByte();
            if (version < 1 || version > VERSION) {
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
                cites.add(new Cite(string(), string(), instant(), version < WITH_SENTENCES ? "" : string()));
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
