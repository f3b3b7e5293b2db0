package dev.pinflow.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house: which module may know which, and how packages are called. */
final class HouseTest {
    private static final String CONTRACT = "dev.pinflow.contract";
    private static final String RDS = "dev.pinflow.connect.rds";
    private static final String S3 = "dev.pinflow.connect.s3";
    private static final String STREAMS = "dev.pinflow.streams";
    private static final String INGEST = "dev.pinflow.ingest";
    private static final String ANALYTICS = "dev.pinflow.analytics";
    private static final String STACK = "dev.pinflow.stack";
    private static final String CLI = "dev.pinflow.cli";

    /** Each module with its root package, in the order of the build. */
    private static final Map<String, String> MODULES = modules();

    /** Which other modules a module may know. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of(
            CONTRACT, Set.of(),
            STACK, Set.of(),
            RDS, Set.of(),
            S3, Set.of(),
            STREAMS, Set.of(CONTRACT),
            INGEST, Set.of(CONTRACT),
            ANALYTICS, Set.of(CONTRACT),
            CLI, Set.of(CONTRACT, STREAMS, INGEST, STACK));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importPaths(MODULES.keySet().stream()
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    @ParameterizedTest
    @MethodSource("modulePackages")
    void everyModuleHasItsRootPackageToItself(String module, String root) {
        JavaClasses classes = new ClassFileImporter().importPath(Path.of("..", module, "target", "classes"));
        assertThat(classes).isNotEmpty();
        assertThat(classes).allSatisfy(type -> assertThat(type.getPackageName()).startsWith(root));
    }

    @ParameterizedTest
    @MethodSource("modulePackages")
    void arrowsPointOneWay(String module, String root) {
        String[] foreign = MODULES.values().stream()
                .filter(other -> !other.equals(root) && !MAY_KNOW.get(root).contains(other))
                .map(other -> other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(foreign)
                .check(HOUSE);
    }

    @Test
    void theContractDoesNoInputOrOutputAndKnowsNoEngine() {
        noClasses()
                .that()
                .resideInAPackage(CONTRACT + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.apache.spark..", "java.nio.file..", "java.net..", "java.sql..")
                .check(HOUSE);
    }

    @Test
    void sparkStaysInItsOwnModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ANALYTICS + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..")
                .check(HOUSE);
    }

    @Test
    void packagesAreNamedByFeature() {
        assertThat(HOUSE.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name -> assertThat(name.split("\\."))
                        .doesNotContain("util", "utils", "common", "helper", "helpers", "impl"));
    }

    @Test
    void classNamesSayWhatTheClassIs() {
        assertThat(HOUSE.stream().map(JavaClass::getSimpleName))
                .allSatisfy(name -> assertThat(name).doesNotMatch(".*(Manager|Helper|Utils?|Impl)"));
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        for (String root : List.of(CONTRACT, RDS, S3, STREAMS, INGEST, ANALYTICS)) {
            slices().matching(root + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(HOUSE);
        }
    }

    static List<Arguments> modulePackages() {
        return MODULES.entrySet().stream()
                .map(module -> Arguments.of(module.getKey(), module.getValue()))
                .toList();
    }

    private static Map<String, String> modules() {
        Map<String, String> modules = new LinkedHashMap<>();
        modules.put("post-contract", CONTRACT);
        modules.put("local-stack", STACK);
        modules.put("rds-source-connector", RDS);
        modules.put("s3-sink-connector", S3);
        modules.put("streams-app", STREAMS);
        modules.put("ingest-gateway", INGEST);
        modules.put("spark-analytics", ANALYTICS);
        modules.put("pinflow-cli", CLI);
        return modules;
    }
}
