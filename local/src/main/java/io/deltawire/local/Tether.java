package io.deltawire.local;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs another program's main class, and ends with the process that started it. The parent holds the other end of
 * standard input and never writes: end of file means that the parent is gone, by whatever way, {@code kill -9} included,
 * which no shutdown hook of the parent would see. Uses the JDK only, since it runs on the other program's class path.
 */
final class Tether {
    private Tether() {}

    /** Arguments: the main class to run, then its own arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(Tether::haltAtEndOfInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    private static void haltAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever sent; whatever comes is not for the child.
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        Runtime.getRuntime().halt(0);
    }
}
