package dev.pinflow.streams.command;

import dev.pinflow.streams.config.SettingSources;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.config.StreamsSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the settings come from: defaults, then files, then the environment, then the command line. */
final class ConfigurationOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with settings; may be given more than once, later files go over earlier.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, over files and over variables such as PINFLOW_STREAMS_USER_ID (user.id);"
                    + " may be given more than once.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--user-id", paramLabel = "ID", description = "Short for --set user.id=ID.")
    private String userId;

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Short for --set bootstrap.servers=HOST:PORT.")
    private String bootstrapServers;

    SettingSources sources() {
        SettingSources sources = new SettingSources();
        files.forEach(sources::addFile);
        sources.addEnvironment(System.getenv());
        settings.forEach(sources::addFlag);
        if (userId != null) {
            sources.addFlag(StreamsSettings.USER_ID, userId);
        }
        if (bootstrapServers != null) {
            sources.addFlag(StreamsSettings.BOOTSTRAP_SERVERS, bootstrapServers);
        }
        return sources;
    }

    /** @throws org.apache.kafka.common.config.ConfigException that names all that is wrong */
    StreamsConfiguration configuration() {
        return sources().configuration();
    }
}
