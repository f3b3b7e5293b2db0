package dev.pinflow.streams.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.streams.config.SettingSources;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.distribution.Dockerfile.Instruction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DockerfileTest {
    private static final Set<String> KNOWN = Set.of(
            "FROM",
            "ARG",
            "LABEL",
            "RUN",
            "COPY",
            "ENV",
            "USER",
            "WORKDIR",
            "VOLUME",
            "EXPOSE",
            "HEALTHCHECK",
            "ENTRYPOINT",
            "CMD");

    private Dockerfile ours;

    @BeforeEach
    void read() throws IOException {
        ours = Dockerfile.read(Path.of("Dockerfile"));
    }

    @Test
    void everyInstructionIsKnownAndNoneFetchesFromTheWeb() {
        assertThat(ours.instructions()).extracting(Instruction::word).isSubsetOf(KNOWN);
        assertThat(ours.all("RUN"))
                .noneMatch(run -> run.arguments().matches(".*\\b(curl|wget|apt-get|apk|yum|dnf|pip)\\b.*"));
    }

    @Test
    void theBaseImageIsOneReleaseOfAJava17Runtime() {
        assertThat(ours.instructions().get(0).word()).isEqualTo("FROM");
        assertThat(ours.the("FROM").arguments()).matches("eclipse-temurin:17\\.0\\.\\d+_\\d+-jre-[a-z]+");
    }

    @Test
    void theServiceRunsAsNobodyInParticular() {
        assertThat(ours.the("USER").arguments()).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
        assertThat(ours.indexOf("USER")).isLessThan(ours.indexOf("ENTRYPOINT"));
        assertThat(ours.indexOf("USER")).isGreaterThan(ours.indexOf("COPY"));
    }

    @Test
    void theScriptIsStartedWithoutAShellAndRunsUnlessToldOtherwise() {
        String script = ours.the("COPY").arguments().split(" ", -1)[1] + "bin/pinflow-streams";

        assertThat(ours.the("ENTRYPOINT").exec()).containsExactly(script);
        assertThat(ours.the("CMD").exec()).containsExactly("run");
    }

    @Test
    void theHealthCheckAsksTheServiceItself() {
        String check = ours.the("HEALTHCHECK").arguments();
        Instruction command = new Instruction("CMD", check.substring(check.indexOf("CMD ") + 4));

        assertThat(command.exec()).containsExactly(ours.the("ENTRYPOINT").exec().get(0), "health");
        assertThat(check).contains("--interval=", "--timeout=", "--start-period=", "--retries=");
    }

    @Test
    void whatIsSetInTheEnvironmentAreSettings() {
        Map<String, String> variables = ours.pairs("ENV");
        SettingSources sources = new SettingSources();
        sources.addFlag("user.id", "12ab");
        sources.addFlag("bootstrap.servers", "a:1");
        sources.addEnvironment(variables);
        StreamsConfiguration config = sources.configuration();

        assertThat(variables.keySet()).allMatch(name -> name.startsWith(SettingSources.VARIABLE_PREFIX));
        assertThat(config.management().host()).isEqualTo("0.0.0.0");
        assertThat(ours.the("EXPOSE").arguments())
                .isEqualTo(Integer.toString(config.management().port()));
        assertThat(ours.the("VOLUME").arguments())
                .isEqualTo(config.stateDirectory().toString());
    }

    @Test
    void theStateFolderBelongsToTheUserBeforeItBecomesAVolume() {
        String folder = ours.the("VOLUME").arguments();

        assertThat(ours.the("RUN").arguments())
                .contains("mkdir -p " + folder, "chown " + ours.the("USER").arguments() + " " + folder);
        assertThat(ours.indexOf("RUN")).isLessThan(ours.indexOf("VOLUME"));
    }

    @Test
    void shellFormsAndCutInstructionsAreNotTaken() {
        assertThatThrownBy(() -> new Instruction("CMD", "run").exec()).hasMessageContaining("not in exec form");
        assertThatThrownBy(() -> Dockerfile.parse("FROM a\nRUN b \\\n")).hasMessageContaining("goes on behind the end");
        assertThatThrownBy(() -> Dockerfile.parse("FROM a\nFROM b\n").the("FROM"))
                .hasMessageContaining("2 instructions");
    }
}
