package io.deltawire.local;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/**
 * The same as {@link StackExtension} with broker and registry in containers of the images that docker-compose.yml names. Skips
 * its tests, saying so, where no Docker engine answers.
 */
public class DockerStackExtension extends StackExtension {
    @Override
    protected Stack start(Path directory) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers: not run in containers");
        return DockerStack.start();
    }
}
