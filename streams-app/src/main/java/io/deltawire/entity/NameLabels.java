package io.deltawire.entity;

import java.util.ArrayList;
import java.util.List;

/** The tagger's labels: for each type, token by itself, begin, inside and last of a name; and none. */
public final class NameLabels {
    public static final int NONE = 0;
    static final int PARTS = 4;
    private static final EntityType[] TYPES = {
        EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.OTHER
    };

    private NameLabels() {}

    public static int count() {
        return 1 + PARTS * TYPES.length;
    }

    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of("O"));
        for (EntityType type : TYPES) {
            for (char part : new char[] {'U', 'B', 'I', 'L'}) {
                names.add(part + "-" + type);
            }
        }
        return names;
    }

    /** Position of a type in the order that labels have; the model file depends on it. */
    public static int index(EntityType type) {
        return switch (type) {
            case PERSON -> 0;
            case ORGANISATION -> 1;
            case PLACE -> 2;
            case OTHER -> 3;
        };
    }

    /** Type of a label other than {@link #NONE}. */
    public static EntityType type(int label) {
        return TYPES[(label - 1) / PARTS];
    }

    /** Labels of a sentence of so many tokens with these names, token 0 being {@code firstToken} of the spans. */
    public static int[] of(List<NameSpan> spans, int firstToken, int size) {
        int[] labels = new int[size];
        for (NameSpan span : spans) {
            int base = 1 + index(span.type()) * PARTS;
            int begin = span.firstToken() - firstToken;
            int end = span.endToken() - firstToken;
            for (int i = begin; i < end; i++) {
                labels[i] = base + (end - begin == 1 ? 0 : i == begin ? 1 : i == end - 1 ? 3 : 2);
            }
        }
        return labels;
    }

    /** The names that labels of a sentence say. */
    public static List<NameSpan> spans(int[] labels, int firstToken) {
        List<NameSpan> spans = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < labels.length; i++) {
            int part = labels[i] == NONE ? -1 : (labels[i] - 1) % PARTS;
            if (part == 0 || part == 1) {
                begin = i;
            }
            if (part == 0 || part == 3) {
                spans.add(new NameSpan(firstToken + begin, firstToken + i + 1, type(labels[i])));
            }
        }
        return spans;
    }

    /** Whether one label may follow another within a sentence; NONE stands for its borders as well. */
    public static boolean follows(int before, int label) {
        boolean open = before != NONE && isOpen(before);
        if (open) {
            return label != NONE && type(label) == type(before) && !isFirst(label);
        }
        return label == NONE || isFirst(label);
    }

    private static boolean isOpen(int label) {
        int part = (label - 1) % PARTS;
        return part == 1 || part == 2;
    }

    private static boolean isFirst(int label) {
        return (label - 1) % PARTS < 2;
    }
}
