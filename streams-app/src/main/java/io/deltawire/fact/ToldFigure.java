package io.deltawire.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a sentence tells a figure, in digits or in words. Plainer than what reads claims, since the trainer (src/train/pairs) has to find the same
 * places.
 *
 * @param begin offset of its first letter or digit in the sentence
 * @param end offset after it; equal to the begin where the sentence does not tell it
 */
record ToldFigure(int begin, int end) {
    private static final ToldFigure NOWHERE = new ToldFigure(0, 0);

    private static final Pattern TOKEN = Pattern.compile("\\d+(?:[,.]\\d+)*|[a-z]+");
    private static final Pattern FIGURE = Pattern.compile("-?(\\d+(?:\\.\\d+)?)");

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");

    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    /** One, before a scale: "a thousand". */
    private static final List<String> ARTICLES = List.of("a", "an");

    private static final Map<String, Double> SCALES = scales();

    private static Map<String, Double> scales() {
        Map<String, Double> scales = new HashMap<>();
        scales.put("dozen", 12.0);
        scales.put("hundred", 1e2);
        for (String word : List.of("thousand", "k")) {
            scales.put(word, 1e3);
        }
        for (String word : List.of("million", "mn", "m")) {
            scales.put(word, 1e6);
        }
        for (String word : List.of("billion", "bn", "b")) {
            scales.put(word, 1e9);
        }
        for (String word : List.of("trillion", "tn")) {
            scales.put(word, 1e12);
        }
        return scales;
    }

    private record Token(String text, int begin, int end) {
        boolean follows(Token other) {
            return begin - other.end <= 1;
        }
    }

    boolean told() {
        return end > begin;
    }

    /**
     * The first place that tells a value.
     *
     * @param value canonical; of a range its lower end
     */
    static ToldFigure of(String sentence, String value) {
        Matcher figure = FIGURE.matcher(value);
        if (!figure.lookingAt()) {
            return NOWHERE;
        }
        double sought = Double.parseDouble(figure.group(1));
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sentence.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
        }
        for (int first = 0; first < tokens.size(); first++) {
            double number = plain(tokens.get(first).text());
            if (Double.isNaN(number)) {
                continue;
            }
            int last = first;
            if (TENS.contains(tokens.get(first).text()) && last + 1 < tokens.size()) {
                int unit = SMALL.indexOf(tokens.get(last + 1).text());
                if (unit > 0 && unit < 10 && tokens.get(last + 1).follows(tokens.get(last))) {
                    number += unit;
                    last++;
                }
            }
            boolean article = ARTICLES.contains(tokens.get(first).text());
            while (true) {
                boolean counted = !article || last > first;
                if (counted && Math.abs(number - sought) <= 1e-6 * Math.max(1, sought)) {
                    return new ToldFigure(
                            tokens.get(first).begin(), tokens.get(last).end());
                }
                if (last + 1 == tokens.size() || !tokens.get(last + 1).follows(tokens.get(last))) {
                    break;
                }
                Double scale = SCALES.get(tokens.get(last + 1).text());
                if (scale == null) {
                    break;
                }
                number *= scale;
                last++;
            }
        }
        return NOWHERE;
    }

    /** What one word or run of digits stands for; NaN where that is no number. */
    private static double plain(String token) {
        if (Character.isDigit(token.charAt(0))) {
            String digits = token.replace(",", "");
            // "12.04.2026" is none
            return digits.indexOf('.') == digits.lastIndexOf('.') ? Double.parseDouble(digits) : Double.NaN;
        }
        if (ARTICLES.contains(token)) {
            return 1;
        }
        int small = SMALL.indexOf(token);
        int ten = TENS.indexOf(token);
        return small >= 0 ? small : ten >= 0 ? 20 + 10 * ten : Double.NaN;
    }
}
