package io.deltawire.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/**
 * What runs.
 *
 * @param deltawire version of this build
 * @param kafka version of Kafka's clients
 * @param java version of the Java that runs it
 */
public record Version(String deltawire, String kafka, String java) {
    /** What {@code --version} prints. */
    public static final class Provider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {current().toString()};
        }
    }

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

    /** In one line, as command lines print it. */
    @Override
    public String toString() {
        return "deltawire %s, Kafka clients %s, Java %s".formatted(deltawire, kafka, java);
    }
}
