package io.deltawire.producer.source;

import io.deltawire.article.BadArticleException;
import io.deltawire.article.SourceArticle;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/** Several archives as one, oldest article first, undated ones last. Reads every archive twice and keeps only an index. */
public final class InTimeOrder {
    private InTimeOrder() {}

    /**
     * @param counted told how many articles there are, before the first is shown
     * @throws CancellationException if the thread is interrupted while they are counted
     */
    public static void scan(List<Archive> archives, IntConsumer counted, Visitor visitor) {
        TimeIndex index = new TimeIndex();
        for (int i = 0; i < archives.size(); i++) {
            archives.get(i).scan(new Indexing(index, i, visitor));
        }
        counted.accept(index.size());
        for (int entry : index.order()) {
            Archive archive = archives.get(index.archive(entry));
            long place = index.place(entry);
            try {
                visitor.article(place, archive.read(place));
            } catch (BadArticleException e) {
                visitor.bad(archive.where(place), e);
            } catch (IOException e) {
                visitor.bad(archive.where(place), Unreadable.because(e));
            }
        }
    }

    private record Indexing(TimeIndex index, int archive, Visitor visitor) implements Visitor {
        @Override
        public void article(long place, SourceArticle article) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            long time = article.publishedAt().map(at -> at.toEpochMilli()).orElse(Long.MAX_VALUE);
            index.add(time, archive, place);
        }

        @Override
        public void bad(String where, BadArticleException why) {
            visitor.bad(where, why);
        }
    }
}
