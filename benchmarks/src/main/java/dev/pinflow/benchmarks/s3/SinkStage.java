package dev.pinflow.benchmarks.s3;

import dev.pinflow.benchmarks.stage.Broker;
import dev.pinflow.benchmarks.stage.Progress;
import dev.pinflow.benchmarks.stage.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * What all runs share: a broker that holds the inputs and an S3 server, each a process of its own, the proxy before the
 * latter, and a folder for all that they leave.
 */
final class SinkStage implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");
    /** Inputs of a million records, and the objects of one run, with room to spare. */
    private static final long ROOM = 3L << 30;

    private final Path folder;
    private final Broker broker;
    private final Store store;
    private final CountingProxy proxy;

    private SinkStage(Path folder, Broker broker, Store store, CountingProxy proxy) {
        this.folder = folder;
        this.broker = broker;
        this.store = store;
        this.proxy = proxy;
    }

    /** @param parent where the folder is to be made; without it, in memory if there is room, or else on disk */
    static SinkStage set(Optional<Path> parent, Progress progress) throws IOException {
        Path folder = Files.createTempDirectory(parent.orElse(roomyFolder()), "pinflow-benchmark");
        Broker broker = Broker.start(folder);
        Store store = Store.start(folder);
        CountingProxy proxy = CountingProxy.start(store.address());
        progress.say(
                "Kafka listens on %s, S3 on %s, in %s; the proxy on %s",
                broker.address(), store.address(), folder, proxy.address());
        return new SinkStage(folder, broker, store, proxy);
    }

    private static Path roomyFolder() throws IOException {
        boolean roomy = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
        return roomy ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    void feed(Collection<Input> inputs, long records, Progress progress)
            throws ExecutionException, InterruptedException {
        for (Input input : inputs) {
            Feed.write(broker.address(), input, input.perPartition(records));
            progress.say("%s: 6 partitions of %,d records", input, input.perPartition(records));
        }
    }

    String brokers() {
        return broker.address();
    }

    Store store() {
        return store;
    }

    CountingProxy proxy() {
        return proxy;
    }

    /** A file or folder for a run's own use. */
    Path path(String name) {
        return folder.resolve(name);
    }

    /** Ends both servers and deletes what they and all runs have left. May be called again, and from a shutdown hook. */
    @Override
    public synchronized void close() {
        proxy.close();
        store.close();
        broker.close();
        try {
            TemporaryFolder.delete(folder);
        } catch (IOException e) {
            System.err.println("Delete " + folder + " by hand: " + e);
        }
    }
}
