package io.deltawire.bench.peers;

import io.deltawire.article.SourceArticle;
import io.deltawire.bench.Peer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Lucene's MoreLikeThis: an article joins the story of the article most like it, if that is like enough. */
public final class LikeThis implements Peer.Grouping {
    private static final String TEXT = "text";
    private static final String NUMBER = "number";
    /** Share of the score that the article has with itself; as good as any between 0.2 and 0.35. */
    private static final double JOIN_AT = 0.27;

    @Override
    public String name() {
        return "Lucene 9.12 MoreLikeThis";
    }

    @Override
    public List<String> group(List<SourceArticle> articles) {
        List<String> stories = new ArrayList<>();
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
                StandardAnalyzer analyzer = new StandardAnalyzer();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            DirectoryReader reader = DirectoryReader.open(writer);
            for (int i = 0; i < articles.size(); i++) {
                String text = articles.get(i).title() + "\n" + articles.get(i).text();
                // The article is in the index when it is looked for, so that its own score is the measure.
                Document document = new Document();
                document.add(new TextField(TEXT, text, Field.Store.NO));
                document.add(new StoredField(NUMBER, i));
                writer.addDocument(document);
                DirectoryReader next = DirectoryReader.openIfChanged(reader, writer);
                if (next != null) {
                    reader.close();
                    reader = next;
                }
                int like = closest(reader, analyzer, text, i);
                stories.add(like < 0 ? "s" + i : stories.get(like));
            }
            reader.close();
            return stories;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The earlier article most like this one, or -1 when none is like enough. */
    private static int closest(DirectoryReader reader, StandardAnalyzer analyzer, String text, int own)
            throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        MoreLikeThis like = new MoreLikeThis(reader);
        like.setAnalyzer(analyzer);
        like.setMinTermFreq(1);
        like.setMinDocFreq(1);
        Query query = like.like(TEXT, new StringReader(text));
        double self = 0;
        double best = 0;
        int found = -1;
        for (ScoreDoc hit : searcher.search(query, 2).scoreDocs) {
            int number = searcher.storedFields().document(hit.doc).getField(NUMBER).numericValue().intValue();
            if (number == own) {
                self = hit.score;
            } else if (found < 0) {
                best = hit.score;
                found = number;
            }
        }
        return found >= 0 && best >= JOIN_AT * Math.max(self, best) ? found : -1;
    }
}
