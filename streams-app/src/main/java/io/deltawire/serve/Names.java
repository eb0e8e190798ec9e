package io.deltawire.serve;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.StoryState;
import io.deltawire.avro.UpdateType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What parameters may be called, from the schemas' enums. */
final class Names {
    static final List<String> KINDS = of(ClaimKind.values());
    static final List<String> CHANGES = of(ChangeType.values());
    static final List<String> UPDATES = of(UpdateType.values());
    static final List<String> STATES = of(StoryState.values());
    static final List<String> EVENTS =
            Stream.concat(CHANGES.stream(), UPDATES.stream()).toList();
    static final List<String> ENTITIES = List.of("PERSON", "ORGANISATION", "PLACE", "OTHER");

    private Names() {}

    private static List<String> of(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(Enum::name)
                .filter(name -> !name.equals("UNKNOWN"))
                .toList();
    }
}
