package io.deltawire.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keys of the {@link Shelf}: a letter for what it is, then parts whose order as bytes is their order. */
final class Keys {
    static final char STORY = 's';
    static final char SUMMARY = 'S';
    static final char OF_STORY = 'i';
    static final char BY_TIME = 't';
    static final char ARTICLE = 'a';
    static final char POSITION = 'p';
    static final char WRITTEN_FOR = 'w';

    /** Bytes of time, log, partition and offset, which end the keys of both indexes of events. */
    private static final int TAIL = Long.BYTES + 1 + Integer.BYTES + Long.BYTES;

    private Keys() {}

    static byte[] of(char kind, String text) {
        return (kind + text).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] event(Event.Log log, int partition, long offset) {
        return ByteBuffer.allocate(1 + Integer.BYTES + Long.BYTES)
                .put((byte) log.letter())
                .putInt(partition)
                .putLong(offset)
                .array();
    }

    static long offsetOfEvent(byte[] key) {
        return ByteBuffer.wrap(key).getLong(1 + Integer.BYTES);
    }

    /** Before everything of this story that took effect at that time or later. */
    static byte[] ofStory(String storyId, long at) {
        byte[] id = of(OF_STORY, storyId);
        return ByteBuffer.allocate(id.length + 1 + Long.BYTES)
                .put(id)
                .put((byte) 0)
                .putLong(at)
                .array();
    }

    static byte[] storyPrefix(String storyId) {
        byte[] whole = ofStory(storyId, 0);
        return Arrays.copyOf(whole, whole.length - Long.BYTES);
    }

    static byte[] byTime(long at) {
        return ByteBuffer.allocate(1 + Long.BYTES)
                .put((byte) BY_TIME)
                .putLong(at)
                .array();
    }

    /** @param begun {@link #ofStory} or {@link #byTime} of the event */
    static byte[] pointer(byte[] begun, Event event) {
        return ByteBuffer.allocate(begun.length + TAIL - Long.BYTES)
                .put(begun)
                .put((byte) event.log().letter())
                .putInt(event.partition())
                .putLong(event.offset())
                .array();
    }

    /** Where a pointer points. */
    static Place place(byte[] pointer) {
        ByteBuffer tail = ByteBuffer.wrap(pointer, pointer.length - TAIL, TAIL);
        long at = tail.getLong();
        return new Place(Event.Log.of((char) tail.get()), tail.getInt(), tail.getLong(), at);
    }

    record Place(Event.Log log, int partition, long offset, long at) {}

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
