package io.deltawire.evaluate;

import io.deltawire.entity.Attributor;
import io.deltawire.entity.Linker;
import io.deltawire.entity.NameTagger;
import io.deltawire.evaluate.GoldAttributions.Item;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate attribution}. */
@Command(
        name = "attribution",
        mixinStandardHelpOptions = true,
        description = {
            "Measures who says what on DIR/attribution: sources and cues, in part and exactly.",
            "A model trained on the same articles scores better here than on new ones; train-cues prints its",
            "cross-validation."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed", "2:usage"})
public final class AttributionCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder that holds attribution/.")
    private Path data = Path.of("");

    @Option(names = "--errors", paramLabel = "N", description = "Errors to print; default ${DEFAULT-VALUE}.")
    private int errors = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        NameTagger tagger = new NameTagger();
        Linker linker = new Linker();
        Attributor attributor = new Attributor();
        AttributionScore score = new AttributionScore();
        for (Item item : GoldAttributions.read(data)) {
            score.add(
                    item,
                    attributor.attribute(item.document(), linker.link(item.document(), tagger.tag(item.document()))));
        }
        score.table().forEach(out::println);
        score.errors().stream().limit(errors).forEach(out::println);
        return 0;
    }
}
