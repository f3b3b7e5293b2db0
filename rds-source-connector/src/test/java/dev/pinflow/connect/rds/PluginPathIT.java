package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.tools.ConnectPluginPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Kafka's own {@code connect-plugin-path} says of the plugin's folder. */
class PluginPathIT {
    @TempDir
    private Path pluginPath;

    @Test
    void listsThePluginAsLoadableWithManifest() throws Exception {
        PluginFolder.install(pluginPath);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();

        int exitCode = ConnectPluginPath.mainNoExit(
                new String[] {"list", "--plugin-path", pluginPath.toString()}, print(output), print(errors));

        String listed = output.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        List<String> header = columns(listed.lines().findFirst().orElseThrow());
        List<String> plugin = columns(listed.lines()
                .filter(line -> line.startsWith(RdsPostingSourceConnector.class.getName() + "\t")
                        && line.contains(pluginPath.toString()))
                .findFirst()
                .orElseThrow());
        assertThat(plugin.get(header.indexOf("pluginVersion"))).isEqualTo(new RdsPostingSourceConnector().version());
        assertThat(plugin.get(header.indexOf("pluginType"))).isEqualTo("source");
        assertThat(plugin.get(header.indexOf("isLoadable"))).isEqualTo("true");
        assertThat(plugin.get(header.indexOf("hasManifest"))).isEqualTo("true");
        assertThat(listed).contains("Total plugins:");
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split("\t")).map(String::strip).toList();
    }

    private static PrintStream print(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
