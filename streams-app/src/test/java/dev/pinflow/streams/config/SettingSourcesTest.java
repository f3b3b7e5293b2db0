package dev.pinflow.streams.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingSourcesTest {
    @TempDir
    private Path folder;

    private final SettingSources sources = new SettingSources();

    @Test
    void aFileGoesOverTheDefault() throws IOException {
        sources.addFile(file("user.id=12ab\nbootstrap.servers=a:1\nstream.threads=2\n"));

        assertThat(sources.configuration().threads()).isEqualTo(2);
        assertThat(sources.configuration().registryKind()).isEqualTo(RegistryKind.APICURIO);
    }

    @Test
    void aLaterFileGoesOverAnEarlierOne() throws IOException {
        sources.addFile(file("user.id=12ab\nbootstrap.servers=a:1\nstream.threads=2\n"));
        sources.addFile(file("stream.threads=3\n"));

        assertThat(sources.configuration().threads()).isEqualTo(3);
        assertThat(sources.configuration().bootstrapServers()).isEqualTo("a:1");
    }

    @Test
    void theEnvironmentGoesOverFilesAndFlagsGoOverTheEnvironment() throws IOException {
        sources.addFile(file("user.id=12ab\nbootstrap.servers=file:1\nregistry.url=http://file:1\nstream.threads=2\n"));
        sources.addEnvironment(Map.of(
                "PINFLOW_STREAMS_BOOTSTRAP_SERVERS", "environment:1",
                "PINFLOW_STREAMS_STREAM_THREADS", "3"));
        sources.addFlag("stream.threads", "4");

        StreamsConfiguration config = sources.configuration();
        assertThat(config.registry()).hasToString("http://file:1");
        assertThat(config.bootstrapServers()).isEqualTo("environment:1");
        assertThat(config.threads()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "USER_ID, user.id",
        "ANSWERS_AS_OF_INTERVAL_MS, answers.as.of.interval.ms",
        "KAFKA_SECURITY_PROTOCOL, kafka.security.protocol",
        "SERDE_APICURIO_REGISTRY_USE___ID, serde.apicurio.registry.use-id",
        "SERDE_A__B, serde.a_b",
        "SERDE_A___B__C_D, serde.a-b_c.d",
    })
    void variablesSpellDotsUnderscoresAndHyphens(String variable, String key) {
        sources.addEnvironment(Map.of("PINFLOW_STREAMS_" + variable, "given"));

        assertThat(sources.given(key)).contains("given");
    }

    @Test
    void otherVariablesAreNotOurs() {
        sources.addEnvironment(Map.of("USER_ID", "12ab", "PINFLOW_LOG_LEVEL", "debug"));

        assertThat(sources.describe()).allMatch(line -> line.endsWith("# default"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SERVICE_HOST",
                "SERVICE_PORT",
                "SERVICE_PORT_HTTP",
                "PORT",
                "PORT_8082_TCP",
                "PORT_8082_TCP_PROTO",
                "PORT_8082_TCP_ADDR"
            })
    void whatKubernetesTellsOfAServiceOfOurNameIsNoSetting(String variable) {
        sources.addEnvironment(Map.of("PINFLOW_STREAMS_" + variable, "tcp://10.0.0.1:8082"));

        assertThat(sources.describe()).allMatch(line -> line.endsWith("# default"));
    }

    @Test
    void aVariableThatNamesNoSettingIsRefused() {
        sources.addFlag("user.id", "12ab");
        sources.addFlag("bootstrap.servers", "a:1");
        sources.addEnvironment(Map.of("PINFLOW_STREAMS_STREAM_TREADS", "2"));

        assertThatThrownBy(sources::configuration)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Unknown configuration stream.treads: did you mean stream.threads?");
    }

    @Test
    void spacesAroundAValueDoNotCount() {
        sources.addFlag("user.id", " 12ab ");

        assertThat(sources.given("user.id")).contains("12ab");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("no.properties");

        assertThatThrownBy(() -> sources.addFile(missing))
                .isInstanceOf(ConfigException.class)
                .hasMessage("The configuration file " + missing + " cannot be read: name an existing properties file in"
                        + " UTF-8.");
    }

    @Test
    void aFileThatIsNoPropertiesFileIsNamed() throws IOException {
        Path wrong = file("user.id=\\uXYZ\n");
        Path latin = Files.write(folder.resolve("latin.properties"), "user.id=é\n".getBytes(ISO_8859_1));

        assertThatThrownBy(() -> sources.addFile(wrong)).hasMessageContaining(wrong.toString());
        assertThatThrownBy(() -> sources.addFile(latin)).hasMessageContaining(latin.toString());
        assertThatThrownBy(() -> sources.addFile(folder)).hasMessageContaining(folder.toString());
    }

    @Test
    void everySettingIsShownOnceWithItsOriginAndWithoutSecrets() throws IOException {
        Path file = file("registry.password=hunter2\nkafka.sasl.jaas.config=hunter2\n");
        sources.addFile(file);
        sources.addEnvironment(Map.of("PINFLOW_STREAMS_USER_ID", "12ab"));
        sources.addFlag("stream.threads", "2");

        assertThat(sources.describe())
                .contains(
                        "registry.kind=apicurio  # default",
                        "registry.password=[hidden]  # file " + file,
                        "kafka.sasl.jaas.config=[hidden]  # file " + file,
                        "user.id=12ab  # environment PINFLOW_STREAMS_USER_ID",
                        "stream.threads=2  # command line")
                .isSorted()
                .hasSize(StreamsSettings.DEFINITION.defaultValues().size() + 2)
                .noneMatch(line -> line.contains("hunter2"));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "settings", ".properties"), content);
    }
}
