package io.deltawire.cli;

import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.Story;
import io.deltawire.ops.Subscriber;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltawire watch}. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what subscribers get: committed records of stories, story-updates or fact-changes.",
            "Without a topic: story-updates and fact-changes together. Ends with Ctrl-C, or with --end at the end."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended by Ctrl-C or --end", "1:failed", "2:usage"})
public final class WatchCommand implements Callable<Integer> {
    /** What can be watched. */
    enum What {
        STORIES,
        UPDATES,
        CHANGES
    }

    /** How it is printed. */
    enum Format {
        TEXT,
        JSON,
        CSV
    }

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(arity = "0..1", paramLabel = "stories|updates|changes", description = "What to watch.")
    private @Nullable What what;

    @Option(names = "--story", paramLabel = "ID", description = "Only this story.")
    private @Nullable String story;

    @Option(
            names = "--from",
            paramLabel = "WHEN",
            defaultValue = "latest",
            description = "beginning, latest, or an event time: 2025-05-11 or 2025-05-11T06:00:00Z.")
    private String from = "latest";

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = {
                "What was known at this event time, then end: updates and changes up to it from the beginning or --from;",
                "stories with their articles and facts, told from updates and changes up to it."
            })
    private @Nullable String asOf;

    @Option(
            names = "--entity",
            paramLabel = "NAME|ID",
            description = "Only stories that are about it, or claims that name it.")
    private String entity = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Only facts of these kinds: QUANTITY, SCHEDULE, …")
    private Set<ClaimKind> kinds = Set.of();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            split = ",",
            description = "Only these types of change or update: REVISED, DISPUTED, MERGED, …")
    private Set<String> types = Set.of();

    @Option(
            names = "--min-sources",
            paramLabel = "N",
            description =
                    "Only values that so many independent sources hold after the change; of stories, with so many sources.")
    private int minSources;

    @Option(
            names = "--min-confidence",
            paramLabel = "P",
            description = "Only changes of this confidence at least, 0 to 1.")
    private double minConfidence;

    @Option(
            names = "--format",
            paramLabel = "text|json|csv",
            defaultValue = "text",
            description = {
                "text: a line a record, on a terminal in colour and cut to its width; json: one object a line;",
                "csv: a head line and the fields a table needs."
            })
    private Format format = Format.TEXT;

    @Option(names = "--end", description = "Stop at the end of what is there now.")
    private boolean end;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Settings settings = cluster.settings();
        PrintWriter out = spec.commandLine().getOut();
        WatchFilter filter = filter();
        Topics topics = settings.topics();
        if (!entity.isEmpty()) {
            // What stories are about is on their own topic; it is read first, and then beside the others.
            try (Subscriber stories = new Subscriber(settings, List.of(topics.stories()), Optional.of(Instant.EPOCH))) {
                stories.read(false, record -> {
                    filter.learn(record.key(), record.value());
                    return true;
                });
            }
        }
        WatchLine lines = new WatchLine(Ansi.AUTO, Terminal.width());
        if (format == Format.CSV) {
            out.println(WatchCsv.head());
        }
        if (asOf != null) {
            return then(settings, time("--as-of", asOf), filter, lines, out);
        }
        List<String> read = new ArrayList<>(topics(topics));
        if (!entity.isEmpty() && !read.contains(topics.stories())) {
            read.add(topics.stories());
        }
        try (Subscriber subscriber = new Subscriber(settings, read, begin())) {
            Thread reader = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(subscriber, reader), "stop"));
            subscriber.read(!end, record -> {
                for (SpecificRecord value : filter.take(record.key(), record.value())) {
                    if (wanted(value)) {
                        out.println(line(value, lines));
                    }
                }
                return !out.checkError();
            });
        } catch (WakeupException stopped) {
            return 0;
        }
        return 0;
    }

    private int then(Settings settings, Instant time, WatchFilter filter, WatchLine lines, PrintWriter out) {
        Topics topics = settings.topics();
        boolean stories = what == What.STORIES;
        if (stories && format == Format.CSV) {
            throw new ParameterException(spec.commandLine(), "stories --as-of come as text or json");
        }
        List<String> read = stories ? List.of(topics.storyUpdates(), topics.factChanges()) : topics(topics);
        Optional<Instant> begin = stories || from.equalsIgnoreCase("latest") ? Optional.of(Instant.EPOCH) : begin();
        StoriesThen known = new StoriesThen(time);
        try (Subscriber subscriber = new Subscriber(settings, read, begin)) {
            subscriber.read(false, record -> {
                if (stories) {
                    known.hear(record.value());
                } else if (record.timestamp() <= time.toEpochMilli() && filter.wants(record.key(), record.value())) {
                    out.println(line(record.value(), lines));
                }
                return !out.checkError();
            });
        }
        known.lines(format == Format.JSON, Optional.ofNullable(story))
                .forEach(line -> out.println(WatchText.printable(line)));
        return 0;
    }

    private static void stop(Subscriber subscriber, Thread reader) {
        subscriber.wakeup();
        try {
            reader.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not a story that was only read for what it is about. */
    private boolean wanted(SpecificRecord value) {
        return what == What.STORIES || !(value instanceof Story);
    }

    private String line(SpecificRecord value, WatchLine lines) {
        return switch (format) {
            case JSON -> WatchText.printable(value.toString());
            case CSV -> WatchCsv.of(value);
            case TEXT -> lines.of(value);
        };
    }

    private WatchFilter filter() {
        for (String type : types) {
            if (!WatchFilter.TYPES.contains(type.toUpperCase(Locale.ROOT))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--type is '" + type + "'; it may be " + String.join(", ", WatchFilter.TYPES));
            }
        }
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--min-confidence is " + minConfidence + "; it may be 0 to 1");
        }
        return new WatchFilter(
                story == null ? "" : story,
                entity,
                kinds,
                types.stream().map(type -> type.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()),
                minSources,
                minConfidence);
    }

    private List<String> topics(Topics topics) {
        if (what == null) {
            return List.of(topics.storyUpdates(), topics.factChanges());
        }
        return switch (what) {
            case STORIES -> List.of(topics.stories());
            case UPDATES -> List.of(topics.storyUpdates());
            case CHANGES -> List.of(topics.factChanges());
        };
    }

    private Optional<Instant> begin() {
        if (from.equalsIgnoreCase("latest")) {
            return Optional.empty();
        }
        if (from.equalsIgnoreCase("beginning")) {
            return Optional.of(Instant.EPOCH);
        }
        return Optional.of(time("--from", from));
    }

    private Instant time(String option, String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), option + " is '" + text + "'; it may be beginning, latest, or a time", e);
        }
    }
}
