package io.deltawire.producer;

import java.io.Console;

/** What we may do on the screen. */
final class Terminal {
    private static final int LONGEST = 300;

    private Terminal() {}

    /** Whether a person watches, so that a line may be written over itself. */
    @SuppressWarnings("SystemConsoleNull") // asked by name below
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            // From Java 22 on there is a console even when output is piped, and this method to tell.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Text from outside on one line, without the control characters by which it could steer a terminal. */
    static String printable(String text) {
        String line = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
