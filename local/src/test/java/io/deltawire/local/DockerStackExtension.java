package io.deltawire.local;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * The same as {@link StackExtension} with broker and registry in containers of the images that docker-compose.yml names. Skips
 * its tests, saying so, where no Docker engine answers.
 */
public class DockerStackExtension extends StackExtension implements BeforeAllCallback {
    /** Here and not in {@link #start}: JUnit takes an assumption that fails while it resolves a parameter for an error. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers: not run in containers");
    }

    @Override
    protected Stack start(Path directory) throws IOException, InterruptedException {
        return DockerStack.start();
    }
}
