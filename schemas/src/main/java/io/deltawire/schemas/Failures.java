package io.deltawire.schemas;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a command tells of a failure that nobody had words for. */
public final class Failures {
    private Failures() {}

    /** One line; of a file's failure, whose message is the file's name alone, also what is wrong with it. */
    public static String message(Throwable failure) {
        String message = failure.getMessage();
        if (message == null) {
            return failure.toString();
        }
        if (failure instanceof NoSuchFileException) {
            return message + ": no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return message + ": not permitted to read or write it";
        }
        return failure instanceof NotDirectoryException ? message + ": not a folder" : message;
    }
}
