package dev.pinflow.streams.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes the distribution as its users get it. */
class DistributionIT {
    private static final Path HOME = Path.of(System.getProperty("pinflow.streams.home"));
    private static final Path SCRIPT = HOME.resolve("bin/pinflow-streams");
    private static final String[] NO_BROKER = {"--user-id", "12ab", "--bootstrap-server", "127.0.0.1:1"};
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

    @TempDir
    private Path folder;

    @Test
    void saysWhichVersionItIs() throws Exception {
        Launched version = launch("--version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.out().strip())
                .isEqualTo(HOME.getFileName().toString().replaceFirst("-streams-", "-streams "));
    }

    @Test
    void worksThroughSymbolicLinks() throws Exception {
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), SCRIPT.toAbsolutePath());
        Path relative = Files.createSymbolicLink(folder.resolve("relative"), absolute.getFileName());

        Launched version = Launched.of(folder, relative, Map.of(), "--version");

        assertThat(version.exitCode()).as(version.err()).isZero();
        assertThat(version.out()).startsWith("pinflow-streams ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "describe", "health", "reset", "schemas", "schemas register"})
    void everyVerbsHelpShowsAnExample(String verb) throws Exception {
        Launched help = launch((verb + " --help").split(" ", -1));

        assertThat(help.exitCode()).as(help.err()).isZero();
        assertThat(help.out()).contains("Example:", "  pinflow-streams " + verb);
    }

    @Test
    void describesTheTopologiesOnStandardOutputOnly() throws Exception {
        Launched described = launch(with("describe"));

        assertThat(described.exitCode()).as(described.err()).isZero();
        assertThat(described.out()).contains("Sub-topology: 0", "user-12ab.curated.pin");
        assertThat(described.err()).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongWithTheConfiguration() throws Exception {
        Launched run = launch("run", "--set", "stream.threads=0", "--set", "state.dri=/x");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("user.id", "bootstrap.servers", "stream.threads", "state.dri");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void endsWithOneSentenceWhenNoBrokerAnswers() throws Exception {
        Launched run = launch(with("run"));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err().lines().filter(line -> !line.matches("\\d{4}-\\d\\d-\\d\\dT.*")))
                .singleElement()
                .asString()
                .startsWith("The Kafka cluster at 127.0.0.1:1 does not describe its topics")
                .contains("check bootstrap.servers");
    }

    @Test
    void printsTheConfigurationWithoutSecrets() throws Exception {
        Map<String, String> environment = Map.of(
                "PINFLOW_STREAMS_KAFKA_SASL_JAAS_CONFIG", "hunter2", "PINFLOW_STREAMS_REGISTRY_PASSWORD", "hunter2");

        Launched printed = Launched.of(folder, SCRIPT, environment, with("run", "--print-config"));

        assertThat(printed.exitCode()).as(printed.err()).isZero();
        assertThat(printed.out())
                .contains("registry.password=[hidden]", "user.id=12ab")
                .doesNotContain("hunter2");
        assertThat(printed.err()).doesNotContain("hunter2");
    }

    @Test
    void takesItsOwnExampleOnceItKnowsTheUser() throws Exception {
        String example =
                HOME.resolve("etc/pinflow-streams.properties").toAbsolutePath().toString();

        Launched printed = launch("run", "--print-config", "--config", example, "--user-id", "12ab");

        assertThat(printed.exitCode()).as(printed.err()).isZero();
    }

    @Test
    void theExamplesCommentedLinesAreSettingsToo() throws Exception {
        String example = Files.readString(HOME.resolve("etc/pinflow-streams.properties"));
        Path all = Files.writeString(folder.resolve("all.properties"), example.replaceAll("(?m)^#(?=[a-z.]+=)", ""));

        Launched printed = launch("run", "--print-config", "--config", all.toString());

        assertThat(printed.exitCode()).as(printed.err()).isZero();
        assertThat(printed.out()).contains("kafka.sasl.mechanism=AWS_MSK_IAM");
    }

    @Test
    void optionsForTheJvmGoOverItsOwn() throws Exception {
        Launched run = Launched.of(
                folder, SCRIPT, Map.of("JAVA_OPTS", "-Xmx99m -XX:+PrintFlagsFinal"), with("run", "--print-config"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("MaxHeapSize += 10[0-9]{7} ");
        assertThat(run.out()).containsPattern("ExitOnOutOfMemoryError += true ");
    }

    @ParameterizedTest
    @CsvSource({"'', No Java was found", "echo 'openjdk version \"11.0.2\" 2019' >&2, needs Java 17 or newer"})
    void aJavaThatDoesNotFitIsToldInOneSentence(String java, String complaint) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(bin.resolve("java"), "#!/bin/sh\n" + java + "\n");
        Files.setPosixFilePermissions(bin.resolve("java"), PosixFilePermissions.fromString("rwxr-xr-x"));

        Launched run = Launched.of(folder, SCRIPT, Map.of("JAVA_HOME", folder.toString()), "--version");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains(complaint);
    }

    @Test
    void aWrongJavaHomeIsToldInOneSentence() throws Exception {
        Launched run = Launched.of(folder, SCRIPT, Map.of("JAVA_HOME", "/nowhere"), "--version");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("JAVA_HOME is set to '/nowhere'");
    }

    @Test
    void hasWhatMskAndTheDefaultSerdeNeed() throws Exception {
        URL[] jars = new URL[jars().size()];
        for (int i = 0; i < jars.length; i++) {
            jars[i] = jars().get(i).toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            for (String name : List.of(
                    "software.amazon.msk.auth.iam.IAMLoginModule",
                    "software.amazon.msk.auth.iam.IAMClientCallbackHandler",
                    "io.apicurio.registry.serde.avro.AvroSerde",
                    "io.apicurio.registry.serde.Legacy4ByteIdHandler")) {
                Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
            }
        }
    }

    @Test
    void hasNoLibraryTwice() throws IOException {
        Map<String, List<String>> versions = jars().stream()
                .map(jar -> jar.getFileName().toString())
                .collect(Collectors.groupingBy(DistributionIT::artifact));

        assertThat(versions.values()).allMatch(files -> files.size() == 1);
    }

    @Test
    void hasOneLoggingBackend() throws IOException {
        List<String> backends = new ArrayList<>();
        for (Path jar : jars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                if (file.getEntry("META-INF/services/org.slf4j.spi.SLF4JServiceProvider") != null) {
                    backends.add(artifact(jar.getFileName().toString()));
                }
            }
        }

        assertThat(backends).containsExactly("log4j-slf4j2-impl");
    }

    @Test
    void hasItsLicenceAndItsPages() {
        assertThat(List.of("LICENSE", "NOTICE", "README.md", "CONFIGURATION.md", "OPERATIONS.md"))
                .allMatch(name -> Files.isRegularFile(HOME.resolve(name)));
    }

    @Test
    void theImageIsMadeOfIt() throws IOException {
        Dockerfile dockerfile = Dockerfile.read(Path.of("Dockerfile"));
        String copy = dockerfile.the("COPY").arguments();
        String copied = copy.substring(0, copy.indexOf(' '));
        for (Map.Entry<String, String> argument : dockerfile.pairs("ARG").entrySet()) {
            copied = copied.replace("${" + argument.getKey() + "}", argument.getValue());
        }

        assertThat(Path.of(copied))
                .isEqualTo(Path.of("target", HOME.getFileName().toString()));
        assertThat(HOME.resolve("bin/pinflow-streams")).isExecutable();
    }

    private Launched launch(String... arguments) throws IOException {
        return Launched.of(folder, SCRIPT, Map.of(), arguments);
    }

    private static String[] with(String... arguments) {
        return Stream.of(arguments, NO_BROKER).flatMap(Stream::of).toArray(String[]::new);
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> jars = Files.list(HOME.resolve("lib"))) {
            return jars.sorted().toList();
        }
    }

    private static String artifact(String jar) {
        Matcher matcher = JAR.matcher(jar);
        return matcher.matches() ? matcher.group(1) : jar;
    }
}
