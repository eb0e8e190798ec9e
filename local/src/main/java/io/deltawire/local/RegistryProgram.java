package io.deltawire.local;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The unpacked Apicurio Registry that the build puts beside this module's classes.
 *
 * @param jar its runnable jar, whose manifest names the rest
 */
record RegistryProgram(Path jar) {
    /** System property that names another directory holding the unpacked registry. */
    static final String HOME_PROPERTY = "deltawire.registry.home";

    /** @throws IOException saying where it was looked for, if it is not there */
    static RegistryProgram find() throws IOException {
        Path home = home();
        if (Files.isDirectory(home)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(home, "*-runner.jar")) {
                for (Path jar : jars) {
                    return new RegistryProgram(jar);
                }
            }
        }
        throw new IOException("no Apicurio Registry in " + home + "; the build puts it there (./mvnw package), or name"
                + " a directory with -D" + HOME_PROPERTY + "=");
    }

    /** Command line that runs it under {@link Tether} in the Java of this process. */
    List<String> command() throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jar + File.pathSeparator + ownClasses(),
                Tether.class.getName(),
                mainClass());
    }

    private String mainClass() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        }
    }

    private static Path home() {
        String named = System.getProperty(HOME_PROPERTY);
        return named == null ? ownClasses().resolveSibling("registry") : Path.of(named);
    }

    /** This module's classes: {@code local/target/classes}, or the jar beside it. */
    private static Path ownClasses() {
        try {
            return Path.of(RegistryProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
