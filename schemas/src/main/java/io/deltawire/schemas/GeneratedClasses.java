package io.deltawire.schemas;

import io.deltawire.avro.RawArticle;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro load the generated classes. Since 1.12.2 it loads only classes it was told to trust, and fails with a
 * {@code SecurityException} on any other that a schema names, our enums among them. {@link AvroSerde} does this by itself; who
 * uses the generated classes without it calls {@link #trust()} once, or sets
 * {@code -Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.deltawire.avro}.
 */
public final class GeneratedClasses {
    private static final String PACKAGE = RawArticle.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(PACKAGE)));
    }

    private GeneratedClasses() {}

    /** Adds them to what Avro trusts, beside what it trusted before; a second call changes nothing. */
    public static void trust() {
        // The work is done when the class is initialised.
    }
}
