package io.deltawire.backtest;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.ops.MadeWith;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code manifest.json}: what an output folder was made of and with, since other models or word lists give another past. */
final class Manifest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Manifest() {}

    static void write(Path folder, String input, Optional<Instant> asOf, MadeWith made, Summary summary)
            throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("run_id", made.runId());
        manifest.put("made_with", made.parts());
        manifest.put("config", made.config());
        manifest.put("input", input);
        asOf.ifPresent(time -> manifest.put("as_of", time.toString()));
        manifest.put("articles", summary.articles());
        manifest.put("undated", summary.undated());
        manifest.put("repeated", summary.repeated());
        manifest.put("skipped", summary.skipped());
        manifest.put("stories", summary.stories());
        manifest.put("reached", summary.reached().toString());
        manifest.put("whole", summary.whole());
        JSON.writeValue(folder.resolve("manifest.json").toFile(), manifest);
    }
}
