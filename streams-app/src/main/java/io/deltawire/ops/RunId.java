package io.deltawire.ops;

import io.deltawire.schemas.Settings;

/** Names what a run's output was made with; see {@link MadeWith}. */
public final class RunId {
    private RunId() {}

    /** 12 hexadecimal digits. Entries that are added to the catalog while the line runs are not in it. */
    public static String of(Settings settings) {
        return MadeWith.of(settings, "").runId();
    }
}
