package io.deltawire.local;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class ITLocalStackContract extends StackContract {}
