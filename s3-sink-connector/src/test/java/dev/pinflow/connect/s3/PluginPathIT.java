package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.tools.ConnectPluginPath;
import org.junit.jupiter.api.Test;

/** What Kafka's own {@code connect-plugin-path} says of the plugin's folder. */
class PluginPathIT {
    @Test
    void listsThePluginAsLoadableWithManifest() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();

        int exitCode = ConnectPluginPath.mainNoExit(
                new String[] {"list", "--plugin-path", SinkStack.PLUGINS.toString()}, print(output), print(errors));

        String listed = output.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        List<String> header = columns(listed.lines().findFirst().orElseThrow());
        List<String> plugin = columns(listed.lines()
                .filter(line -> line.startsWith(S3SinkConnector.class.getName() + "\t")
                        && line.contains(SinkStack.PLUGINS.toString()))
                .findFirst()
                .orElseThrow());
        assertThat(plugin.get(header.indexOf("pluginVersion"))).isEqualTo(new S3SinkConnector().version());
        assertThat(plugin.get(header.indexOf("pluginType"))).isEqualTo("sink");
        assertThat(plugin.get(header.indexOf("isLoadable"))).isEqualTo("true");
        assertThat(plugin.get(header.indexOf("hasManifest"))).isEqualTo("true");
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split("\t")).map(String::strip).toList();
    }

    private static PrintStream print(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
