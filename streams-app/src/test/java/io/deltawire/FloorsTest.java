package io.deltawire;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** Keeps the floors of the house: an arrow only points down. */
@AnalyzeClasses(packages = "io.deltawire", importOptions = DoNotIncludeTests.class)
class FloorsTest {
    private static final String[] ENGINES = {
        "io.deltawire.text..",
        "io.deltawire.entity..",
        "io.deltawire.claim..",
        "io.deltawire.story..",
        "io.deltawire.fact..",
        "io.deltawire.state..",
        "io.deltawire.engine.."
    };

    /** A reader who follows one article goes up one floor at a time: each floor may look at all below, none above. */
    @ArchTest
    static final ArchRule arrowsPointDown = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("text")
            .definedBy("io.deltawire.text..")
            .layer("entity")
            .definedBy("io.deltawire.entity..")
            .layer("claim")
            .definedBy("io.deltawire.claim..")
            .layer("story")
            .definedBy("io.deltawire.story..")
            .layer("fact")
            .definedBy("io.deltawire.fact..")
            .layer("engine")
            .definedBy("io.deltawire.engine..")
            .layer("above")
            .definedBy(
                    "io.deltawire.topology..",
                    "io.deltawire.backtest..",
                    "io.deltawire.replay..",
                    "io.deltawire.compare..",
                    "io.deltawire.ops..",
                    "io.deltawire.cli..",
                    "io.deltawire.evaluate..",
                    "io.deltawire.train..",
                    "io.deltawire.web..",
                    "io.deltawire.webhook..",
                    "io.deltawire.serve..")
            .whereLayer("entity")
            .mayOnlyBeAccessedByLayers("claim", "story", "fact", "engine", "above")
            .whereLayer("claim")
            .mayOnlyBeAccessedByLayers("story", "fact", "engine", "above")
            .whereLayer("story")
            .mayOnlyBeAccessedByLayers("fact", "engine", "above")
            .whereLayer("fact")
            .mayOnlyBeAccessedByLayers("engine", "above")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("above")
            .whereLayer("above")
            .mayNotBeAccessedByAnyLayer();

    /** Training and evaluation share the reading of gold data: two packages, one floor. */
    @ArchTest
    static final ArchRule noCyclesAmongPackages = slices().matching("io.deltawire.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("io.deltawire.evaluate.."), resideInAPackage("io.deltawire.train.."))
            .ignoreDependency(resideInAPackage("io.deltawire.train.."), resideInAPackage("io.deltawire.evaluate.."));

    @ArchTest
    static final ArchRule nothingThatRunsKnowsTrainingOrEvaluation = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.deltawire.evaluate..", "io.deltawire.train..", "io.deltawire.compare..", "io.deltawire.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.deltawire.evaluate..", "io.deltawire.train..");

    @ArchTest
    static final ArchRule enginesKnowNoKafkaAndNoAvro = noClasses()
            .that()
            .resideInAnyPackage(ENGINES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "io.confluent..",
                    "io.deltawire.avro..",
                    "io.deltawire.schemas..");

    @ArchTest
    static final ArchRule enginesNeverReadTheClock = noClasses()
            .that()
            .resideInAnyPackage(ENGINES)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule enginesThrowNoDice = noClasses()
            .that()
            .resideInAnyPackage(ENGINES)
            .should()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.concurrent.ThreadLocalRandom.class);
}
