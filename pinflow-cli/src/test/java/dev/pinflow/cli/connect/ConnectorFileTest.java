package dev.pinflow.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectorFileTest {
    private static final Map<String, String> VARIABLES = Map.of("USER_ID", "a$1b", "SECRETS", "/run/secrets");

    @TempDir
    private Path folder;

    @Test
    void fillsVariablesAndDefaultsAndLeavesTheWorkersProvidersAlone() throws IOException {
        ConnectorFile connector = read("source.json", """
                {"topic.prefix": "user-${USER_ID}", "mode": "${MODE:-sweep}", "postings.max": "${MAX:--1}",
                 "store.url": "${ENDPOINT:-}", "connection.password": "${file:${SECRETS}/db_creds.yaml:PASSWORD}"}
                """);
        assertThat(connector.name()).isEqualTo("source");
        assertThat(connector.config())
                .containsEntry("topic.prefix", "user-a$1b")
                .containsEntry("mode", "sweep")
                .containsEntry("postings.max", "-1")
                .containsEntry("store.url", "")
                .containsEntry("connection.password", "${file:/run/secrets/db_creds.yaml:PASSWORD}");
    }

    @Test
    void namesEveryVariableWithoutAValue() {
        assertThatThrownBy(() -> read("sink.json", "{\"a\": \"${S3_BUCKET}\", \"b\": \"${REGISTRY_URL}\"}"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("REGISTRY_URL, S3_BUCKET")
                .hasMessageContaining("--set NAME=value");
    }

    @Test
    void refusesWhatIsNoFlatObjectOfTexts() {
        assertThatThrownBy(() -> read("sink.json", "{\"a\": {}}")).hasMessageContaining("sink.json");
        assertThatThrownBy(() -> read("sink.json", "{\"a\": \"1\", \"a\": \"2\"}"))
                .hasMessageContaining("sink.json");
        assertThatThrownBy(() -> read("sink.yaml", "{}")).hasMessageContaining(".json");
    }

    private ConnectorFile read(String name, String json) throws IOException {
        Path file = Files.writeString(folder.resolve(name), json);
        return ConnectorFile.read(file, variable -> Optional.ofNullable(VARIABLES.get(variable)));
    }
}
