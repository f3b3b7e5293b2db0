package dev.pinflow.cli.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where a running local stack can be reached: what {@code demo} and {@code up} leave in {@code stack.json} for the other
 * verbs. Holds no secrets, only the folder they lie in.
 *
 * @param pid the process that runs the servers
 * @param startedAtMillis when that process started, epoch ms, so that a re-used pid is not taken for it
 * @param userId the user id in topic names
 * @param bootstrapServers Kafka, as {@code host:port}
 * @param connectUrl the Connect worker's REST API
 * @param registryUrl the schema registry, without a path
 * @param s3Endpoint the S3 endpoint
 * @param bucket the bucket
 * @param jdbcUrl the database
 * @param gatewayUrl the HTTP ingest gateway
 * @param streamsUrl the streams service's management address; null until the service runs
 * @param secrets the folder of {@code db_creds.yaml} and {@code s3_creds.yaml}
 */
public record RunningStack(
        long pid,
        long startedAtMillis,
        String userId,
        String bootstrapServers,
        String connectUrl,
        String registryUrl,
        String s3Endpoint,
        String bucket,
        String jdbcUrl,
        String gatewayUrl,
        String streamsUrl,
        String secrets) {
    private static final String FILE = "stack.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The stack that runs with the output folder; empty when none does, also when one was killed there. */
    public static Optional<RunningStack> find(Path output) {
        Path file = output.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), RunningStack.class))
                    .filter(RunningStack::isAlive);
        } catch (IOException halfWritten) {
            return Optional.empty();
        }
    }

    /** The process behind the stack; empty when it has ended. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startMillis(handle) == startedAtMillis);
    }

    /** Writes the file for the other verbs, in one step so that no reader sees half of it. */
    public void save(Path output) {
        try {
            Path fresh = output.resolve(FILE + ".new");
            JSON.writeValue(fresh.toFile(), this);
            Files.move(
                    fresh, output.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The addresses of the servers cannot be written to " + output + ".", e);
        }
    }

    /** The same stack with a running streams service. */
    public RunningStack withStreams(String url) {
        return new RunningStack(
                pid,
                startedAtMillis,
                userId,
                bootstrapServers,
                connectUrl,
                registryUrl,
                s3Endpoint,
                bucket,
                jdbcUrl,
                gatewayUrl,
                url,
                secrets);
    }

    /** What the connector files need to know of the stack, by the names of their variables. */
    public Map<String, String> variables() {
        return Map.of(
                "USER_ID", userId,
                "SECRETS", secrets,
                "S3_BUCKET", bucket,
                "S3_ENDPOINT", s3Endpoint,
                "REGISTRY_URL", registryUrl);
    }

    public static void forget(Path output) throws IOException {
        Files.deleteIfExists(output.resolve(FILE));
    }

    /** When a process started, epoch ms; 0 where the system does not tell. */
    public static long startMillis(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private boolean isAlive() {
        return process().isPresent();
    }
}
