package io.deltawire.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * What runs.
 *
 * @param deltawire version of this build
 * @param kafka version of Kafka's clients
 * @param java version of the Java that runs it
 */
public record Version(String deltawire, String kafka, String java) {
    /** Of this process. */
    public static Version current() {
        Properties read = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("version.properties")) {
            if (resource != null) {
                read.load(resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Version(
                read.getProperty("version", "unknown"),
                AppInfoParser.getVersion(),
                System.getProperty("java.version", ""));
    }
}
