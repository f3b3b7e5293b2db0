package dev.pinflow.benchmarks.streams;

import dev.pinflow.benchmarks.stage.Broker;
import dev.pinflow.benchmarks.stage.Progress;
import dev.pinflow.benchmarks.stage.TemporaryFolder;
import dev.pinflow.contract.Topics;
import dev.pinflow.stack.registry.RegistryServer;
import dev.pinflow.streams.config.RegistryKind;
import dev.pinflow.streams.schemas.SchemaRegistration;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What all runs share: a broker and a schema registry, each a process of its own, and a folder for all that they leave. */
final class StreamsStage implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");
    /** A million raw records, and the curated ones of one run, with room to spare. */
    private static final long ROOM = 3L << 30;

    private final Path folder;
    private final Broker broker;
    private final RegistryServer registry;

    private StreamsStage(Path folder, Broker broker, RegistryServer registry) {
        this.folder = folder;
        this.broker = broker;
        this.registry = registry;
    }

    /** @param parent where the folder is to be made; without it, in memory if there is room, or else on disk */
    static StreamsStage set(Optional<Path> parent, Progress progress) throws IOException {
        Path folder = Files.createTempDirectory(parent.orElse(roomyFolder()), "pinflow-benchmark");
        Broker broker = Broker.start(folder);
        RegistryServer registry = new RegistryServer(folder.resolve("registry"), 0);
        registry.start();
        progress.say("Kafka listens on %s, the registry on %s, in %s", broker.address(), registry.address(), folder);
        return new StreamsStage(folder, broker, registry);
    }

    private static Path roomyFolder() throws IOException {
        boolean roomy = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
        return roomy ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    void register(Topics topics) {
        new SchemaRegistration(RegistryKind.APICURIO.confluentApi(URI.create(registry.address()))).register(topics);
    }

    String brokers() {
        return broker.address();
    }

    String registry() {
        return registry.address();
    }

    /** A file or folder for a run's own use. */
    Path path(String name) {
        return folder.resolve(name);
    }

    /** Ends both servers and deletes what they and all runs have left. May be called again, and from a shutdown hook. */
    @Override
    public synchronized void close() {
        registry.stop();
        broker.close();
        try {
            TemporaryFolder.delete(folder);
        } catch (IOException e) {
            System.err.println("Delete " + folder + " by hand: " + e);
        }
    }
}
