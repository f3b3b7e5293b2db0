package dev.pinflow.cli.connect;

import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "apply",
        description = "Validates connector files, then creates or updates the connectors and waits until they run.",
        footer = {
            "",
            "Example:",
            "  pinflow connect apply connector-configs --connect-url http://worker:8083 --set USER_ID=0123456789ab \\",
            "    --set S3_BUCKET=my-bucket --set SECRETS=/run/secrets --set REGISTRY_URL=http://registry:8080"
        })
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private ConnectOptions connect;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Connector files, or folders of them.")
    private List<Path> files;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Value for $${NAME} in the files; the environment is looked at next, then the local stack.")
    private Map<String, String> given = Map.of();

    @Override
    public Integer call() throws IOException {
        List<ConnectorFile> connectors = new ArrayList<>();
        for (Path file : jsonFiles()) {
            connectors.add(ConnectorFile.read(file, this::variable));
        }
        new Deployment(connect.rest()).apply(connectors);
        connectors.forEach(connector -> System.out.println(connector.name() + "  RUNNING"));
        return 0;
    }

    private List<Path> jsonFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                try (Stream<Path> entries = Files.list(file)) {
                    entries.filter(entry -> entry.toString().endsWith(".json"))
                            .sorted()
                            .forEach(found::add);
                }
            } else {
                found.add(file);
            }
        }
        if (found.isEmpty()) {
            throw new Failure("There is no .json file in " + files + ".");
        }
        return found;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(given.get(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .or(() -> connect.stack().running().map(RunningStack::variables).map(known -> known.get(name)));
    }
}
