package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The three-minute form of {@code deltawire soak}: it runs to its end and says how it went. Part of {@code -Pfaults}. */
class ITSoak {
    @Test
    @Timeout(600)
    void threeMinutes() {
        int exit = Deltawire.commandLine()
                .setOut(new PrintWriter(System.out, true))
                .execute("soak", "--minutes", "3", "--rate", System.getProperty("soak.rate", "50"));
        // Whether memory and lag stayed flat depends on the machine; that it failed does not.
        assertThat(exit).isIn(0, 1);
    }
}
