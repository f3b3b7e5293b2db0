package dev.pinflow.cli.cluster;

import dev.pinflow.cli.console.Failure;
import dev.pinflow.streams.config.RegistryKind;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a verb reaches the schema registry. */
public final class RegistryOptions {
    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            description =
                    "The schema registry (default: the running local stack's; none where a real cluster is given).")
    private String url;

    @Option(
            names = "--registry-kind",
            paramLabel = "KIND",
            description = "Its make: apicurio, or confluent for whatever has Confluent's API at its root"
                    + " (default: apicurio).")
    private RegistryKind kind = RegistryKind.APICURIO;

    /** The root of Confluent's API there. */
    public URI confluentApi(StackOption stack) {
        return api(stack.valueOf(url, "--registry-url", RunningStack::registryUrl));
    }

    /** As {@link #confluentApi}, but nothing where no registry is known. */
    public Optional<URI> confluentApiIfKnown(KafkaOptions kafka) {
        if (url != null || kafka.isExplicit()) {
            return Optional.ofNullable(url).map(this::api);
        }
        return kafka.stack().running().map(RunningStack::registryUrl).map(this::api);
    }

    private URI api(String registry) {
        String address = registry.replaceAll("/+$", "");
        if (!address.matches("https?://[^/\\s]+.*")) {
            throw new Failure("--registry-url '" + registry + "' is no address: write http://host:port.");
        }
        return kind.confluentApi(URI.create(address));
    }
}
