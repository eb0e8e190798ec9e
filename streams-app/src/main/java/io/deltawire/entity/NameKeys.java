package io.deltawire.entity;

import io.deltawire.text.WordCache;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Spelling-blind forms of names: what two spellings of one name have in common. */
final class NameKeys {
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

    private static final WordCache<String> NORMALS = new WordCache<>(1 << 13, NameKeys::normal);
    private static final WordCache<String> SOUNDS = new WordCache<>(1 << 12, NameKeys::soundOf);

    private NameKeys() {}

    /**
     * Lower case without accents, dots, possessive and leading article; hyphens read as spaces. Acronyms of up to six capitals
     * keep apart from words by a leading '^' ("US" is not "us").
     */
    static String normal(String name) {
        String plain = unaccented(name.strip());
        StringBuilder out = new StringBuilder(plain.length());
        boolean lower = false;
        int letters = 0;
        for (int k = 0; k < plain.length(); k++) {
            char c = plain.charAt(k);
            if (c == '.' || c == '\'' || c == '’' || c == '`' || c == 'ʼ') {
                if (isPossessive(plain, k, c)) {
                    break;
                }
                continue;
            }
            if (Character.isLetterOrDigit(c)) {
                lower |= Character.isLowerCase(c) || !Character.isLetter(c);
                letters++;
                out.append(Character.toLowerCase(c));
            } else if (Character.isSurrogate(c)) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(c == '+' || c == '&' ? c : ' ');
            }
        }
        String text = out.toString().strip();
        if (!lower && letters > 1 && letters <= 6 && text.indexOf(' ') < 0) {
            return "^" + text;
        }
        return text.startsWith("the ") ? text.substring(4) : text;
    }

    private static boolean isPossessive(String text, int k, char c) {
        return c != '.' && k == text.length() - 2 && (text.charAt(k + 1) == 's' || text.charAt(k + 1) == 'S');
    }

    static String unaccented(String text) {
        boolean ascii = true;
        for (int k = 0; k < text.length() && ascii; k++) {
            ascii = text.charAt(k) < 128;
        }
        if (ascii) {
            return text;
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(apart.length());
        for (int k = 0; k < apart.length(); k++) {
            char c = apart.charAt(k);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(
                        switch (c) {
                            case 'ı' -> 'i';
                            case 'ł' -> 'l';
                            case 'Ł' -> 'L';
                            case 'ø' -> 'o';
                            case 'Ø' -> 'O';
                            case 'đ' -> 'd';
                            default -> c;
                        });
            }
        }
        return out.toString();
    }

    /** The same for a single word, kept for words met. */
    static String normalWord(String word) {
        return NORMALS.get(word);
    }

    /** Parts of a person's name that tell persons apart: no middle initials, no "Jr". */
    static List<String> personParts(String normal) {
        List<String> parts = new ArrayList<>();
        String[] words = normal.replace("^", "").split(" ", -1);
        for (int k = 0; k < words.length; k++) {
            boolean initial = words[k].length() == 1 && k > 0 && k < words.length - 1;
            boolean suffix = k > 0 && SUFFIXES.contains(words[k]);
            if (!words[k].isEmpty() && !initial && !suffix) {
                parts.add(words[k]);
            }
        }
        return parts;
    }

    /**
     * A word's key across transliterations: -skiy, -skyy, -sky and -ski, y and i, kh and h, doubled letters are one.
     * After the common ways to write Cyrillic and Arabic names in English.
     */
    static String sound(String word) {
        return SOUNDS.get(word);
    }

    private static String soundOf(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int k = 0; k < word.length(); k++) {
            char c = word.charAt(k);
            char next = k + 1 < word.length() ? word.charAt(k + 1) : 0;
            char use = switch (c) {
                case 'y' -> 'i';
                case 'q' -> 'k';
                case 'k' -> next == 'h' ? 0 : 'k';
                case 'p' -> next == 'h' ? 'f' : 'p';
                default -> c;
            };
            if (c == 'p' && next == 'h') {
                k++;
            }
            int last = out.length() - 1;
            if (use != 0 && (last < 0 || out.charAt(last) != use)) {
                out.append(use);
            }
        }
        return out.toString();
    }

    /** A readable id part: letters and digits with hyphens, at most 80 characters. */
    static String slug(String normal) {
        StringBuilder out = new StringBuilder(normal.length());
        for (int k = 0; k < normal.length() && out.length() < 80; k++) {
            char c = normal.charAt(k);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != '-') {
                out.append(c == '^' ? "" : "-");
            }
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == '-') {
            end--;
        }
        return end == 0 ? Integer.toHexString(normal.hashCode()) : out.substring(0, end);
    }

    static String prefix(EntityType type) {
        return switch (type) {
            case PERSON -> "person:";
            case ORGANISATION -> "org:";
            case PLACE -> "place:";
            case OTHER -> "name:";
        };
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
