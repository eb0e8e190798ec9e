package io.deltawire.local;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DockerStackExtension.class)
class ITDockerStackContract extends StackContract {}
