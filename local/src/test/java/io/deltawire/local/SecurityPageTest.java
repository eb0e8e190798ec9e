package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md's list of libraries that meet foreign bytes names the versions that are on the class path. */
class SecurityPageTest {
    private static final Pattern JAR = Pattern.compile("`([a-z0-9-]+) ([0-9][^` ]*)`");

    @Test
    void librariesThatMeetForeignBytesAreNamedWithTheirVersions() throws IOException {
        String page = Files.readString(Path.of("../SECURITY.md"));
        String table = page.substring(page.indexOf("<!-- libraries -->"), page.indexOf("<!-- libraries end -->"));
        List<String> named = JAR.matcher(table)
                .results()
                .map((MatchResult each) -> each.group(1) + "-" + each.group(2) + ".jar")
                .toList();
        Set<String> there = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(jar -> Path.of(jar).getFileName().toString())
                .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(there).containsAll(named);
    }
}
