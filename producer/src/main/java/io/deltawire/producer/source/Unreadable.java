package io.deltawire.producer.source;

import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says why a file cannot be read. */
final class Unreadable {
    private Unreadable() {}

    static BadArticleException because(IOException failure) {
        String why = failure.getMessage();
        if (failure instanceof NoSuchFileException) {
            why = "no such file";
        } else if (failure instanceof AccessDeniedException) {
            why = "permission denied";
        } else if (why == null) {
            why = failure.getClass().getSimpleName();
        }
        return new BadArticleException(Reason.UNREADABLE, "cannot be read: " + why);
    }
}
