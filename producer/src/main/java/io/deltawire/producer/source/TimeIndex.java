package io.deltawire.producer.source;

import java.util.Arrays;

/**
 * Where each article is and when it was published, in arrays of numbers: 28 bytes an article while sorting, so that files
 * far larger than memory can be put in order. Articles of one time keep the order they were added in.
 */
final class TimeIndex {
    private long[] times = new long[1024];
    private long[] places = new long[1024];
    private int[] archives = new int[1024];
    private int size;
    private boolean ordered = true;

    void add(long time, int archive, long place) {
        if (size == times.length) {
            int capacity = Math.addExact(size, Math.max(size / 2, 1));
            times = Arrays.copyOf(times, capacity);
            places = Arrays.copyOf(places, capacity);
            archives = Arrays.copyOf(archives, capacity);
        }
        ordered &= size == 0 || times[size - 1] <= time;
        times[size] = time;
        places[size] = place;
        archives[size++] = archive;
    }

    int size() {
        return size;
    }

    int archive(int entry) {
        return archives[entry];
    }

    long place(int entry) {
        return places[entry];
    }

    /** Entries in time order. */
    int[] order() {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return ordered ? order : mergeSorted(order);
    }

    /** Bottom-up and stable; a library sort by a key would need a box per entry. */
    private int[] mergeSorted(int[] order) {
        int[] from = order;
        int[] to = new int[size];
        for (long width = 1; width < size; width *= 2) {
            for (long begin = 0; begin < size; begin += 2 * width) {
                merge(from, to, (int) begin, (int) Math.min(begin + width, size), (int)
                        Math.min(begin + 2 * width, size));
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private void merge(int[] from, int[] to, int begin, int middle, int end) {
        int left = begin;
        int right = middle;
        for (int i = begin; i < end; i++) {
            boolean takeLeft = right == end || (left < middle && times[from[left]] <= times[from[right]]);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
