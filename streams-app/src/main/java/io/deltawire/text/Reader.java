package io.deltawire.text;

import java.util.ArrayList;
import java.util.List;

/**
 * READ: from an article as it came to a clean document with sentences and tokens. Thread-safe, no state.
 *
 * <p>Bounds: time and memory are linear in the text's length, of which no more is read than {@link Cleaner} says; no
 * sentence has more than {@value SentenceSplitter#LONGEST} tokens, no token more than {@value Tokenizer#LONGEST_TOKEN}
 * characters.
 */
public final class Reader {
    private final Cleaner cleaner = new Cleaner();
    private final LanguageDetector detector = new LanguageDetector();

    /** Never throws on any text: what can't be read becomes a document with fewer sentences. */
    public Document read(Article article) {
        Cleaner.Clean clean = cleaner.clean(article.title(), article.text(), article.source());
        StringBuilder text = new StringBuilder(article.text().length() + 200);
        if (!clean.title().isEmpty()) {
            text.append(clean.title()).append('\n');
        }
        int bodyBegin = text.length();
        text.append(String.join("\n", clean.lines()));
        String lang =
                detector.detect(text.substring(Math.min(bodyBegin, Math.max(0, text.length() - 200))), article.lang());
        return new Assembly(article, text.toString(), bodyBegin, Languages.of(lang)).document();
    }

    /** One document in the making. */
    private static final class Assembly {
        /** Fewer than there are in most texts, so that the list of tokens need not grow. */
        private static final int LETTERS_A_TOKEN = 4;

        private final Article article;
        private final String text;
        private final int bodyBegin;
        private final Language language;
        private final SentenceSplitter splitter;
        private final List<Token> tokens;
        private final List<Sentence> sentences = new ArrayList<>();

        Assembly(Article article, String text, int bodyBegin, Language language) {
            this.article = article;
            this.text = text;
            this.bodyBegin = bodyBegin;
            this.language = language;
            this.splitter = new SentenceSplitter(language);
            this.tokens = new ArrayList<>(text.length() / LETTERS_A_TOKEN + 16);
        }

        Document document() {
            Tokenizer tokenizer = new Tokenizer(language);
            int paragraph = 0;
            int from = 0;
            while (from < text.length()) {
                int lineEnd = text.indexOf('\n', from);
                lineEnd = lineEnd < 0 ? text.length() : lineEnd;
                Offsets offsets = tokenizer.tokenize(text, from, lineEnd);
                boolean headline = from < bodyBegin || Headlines.isHeadline(text, from, lineEnd, offsets.size());
                if (offsets.size() > 0) {
                    paragraph(offsets, paragraph++, headline);
                }
                from = lineEnd + 1;
            }
            return new Document(
                    article.id(),
                    article.source(),
                    article.publishedAt(),
                    language.code(),
                    text,
                    bodyBegin,
                    List.copyOf(sentences),
                    List.copyOf(tokens),
                    slug());
        }

        private List<String> slug() {
            List<String> words = Slug.words(article.url());
            WordForm[] forms = words.stream().map(WordForm::of).toArray(WordForm[]::new);
            List<String> tags = language.partsOfSpeech(forms);
            List<String> bases = new ArrayList<>(forms.length);
            for (int i = 0; i < forms.length; i++) {
                bases.add(language.lemma(forms[i].lower(), tags.get(i)));
            }
            return List.copyOf(bases);
        }

        private void paragraph(Offsets offsets, int paragraph, boolean headline) {
            int first = 0;
            while (first < offsets.size()) {
                int end = splitter.end(text, offsets, first);
                int firstToken = tokens.size();
                addTokens(offsets, first, end);
                sentences.add(new Sentence(
                        sentences.size(),
                        offsets.begin(first),
                        offsets.end(end - 1),
                        firstToken,
                        tokens.size(),
                        paragraph,
                        headline));
                first = end;
            }
        }

        private void addTokens(Offsets offsets, int first, int end) {
            WordForm[] words = new WordForm[end - first];
            for (int i = first; i < end; i++) {
                words[i - first] = WordForm.in(text, offsets.begin(i), offsets.end(i));
            }
            List<String> tags = language.partsOfSpeech(words);
            for (int i = first; i < end; i++) {
                WordForm word = words[i - first];
                String pos = tags.get(i - first);
                tokens.add(word.at(offsets.begin(i), offsets.end(i), language, pos));
            }
        }
    }
}
