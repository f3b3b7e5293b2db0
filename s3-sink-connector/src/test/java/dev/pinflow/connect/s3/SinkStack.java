package dev.pinflow.connect.s3;

import dev.pinflow.stack.connect.ConnectProcess;
import dev.pinflow.stack.connect.WorkerClassPath;
import dev.pinflow.stack.kafka.KafkaServer;
import dev.pinflow.stack.s3.FaultyS3;
import dev.pinflow.stack.s3.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A broker, a store behind a server that can fail, and workers with the plugin in JVMs of their own. */
final class SinkStack implements AutoCloseable {
    static final String BUCKET = "sink";
    static final Path PLUGINS = Path.of(System.getProperty("plugin.folder", "target/plugins"));

    private static final Duration HANG = Duration.ofMillis(300);

    private final Path folder;
    private final WorkerClassPath classPath;
    private final KafkaServer kafka;
    private final S3Server store;
    private final FaultyS3 front;
    private final Bucket bucket;
    private final List<ConnectProcess> workers = new ArrayList<>();

    private SinkStack(Path folder, WorkerClassPath classPath) {
        this.folder = folder;
        this.classPath = classPath;
        kafka = new KafkaServer(folder.resolve("kafka"), 0, Map.of("group.min.session.timeout.ms", "1000"));
        store = new S3Server(folder.resolve("s3"), 0);
        kafka.start();
        store.start();
        front = new FaultyS3(store.address(), HANG);
        front.start();
        bucket = bucket(BUCKET);
    }

    /** Starts a broker and a store with an empty bucket; workers are added. */
    static SinkStack start(Path folder, WorkerClassPath classPath) {
        return new SinkStack(folder, classPath);
    }

    /** The Kafka of this JVM, without what the plugin has to bring itself. */
    static WorkerClassPath ownKafka() {
        try (Stream<Path> files = Files.list(PLUGINS.resolve("s3-sink"))) {
            return WorkerClassPath.ofThisJvm()
                    .without(files.map(jar -> jar.getFileName().toString())
                            .filter(jar -> !jar.startsWith("jackson"))
                            .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no plugin to test; run ./mvnw verify: " + e, e);
        }
    }

    /** Starts one more worker of the same group. */
    ConnectProcess addWorker(String... jvmOptions) {
        Map<String, String> properties = new HashMap<>();
        // After a kill, the next worker waits for the session of the last one to end, and so do the consumers.
        properties.put("session.timeout.ms", "4000");
        properties.put("heartbeat.interval.ms", "1000");
        ConnectProcess worker = new ConnectProcess(
                classPath, kafka.address(), PLUGINS, folder, 0, folder.resolve("worker-" + workers.size()), properties);
        if (jvmOptions.length > 0) {
            worker.jvmOptions(jvmOptions);
        }
        worker.start();
        workers.add(worker);
        return worker;
    }

    ConnectProcess worker() {
        return workers.get(0);
    }

    ConnectRest connect() {
        return new ConnectRest(worker().address());
    }

    /** Everything that the first worker has logged since its first start. */
    String workerLog() throws IOException {
        return Files.readString(worker().log());
    }

    Topics topics() {
        return new Topics(kafka.address());
    }

    FaultyS3 front() {
        return front;
    }

    /** The connectors' bucket, seen without faults. */
    Bucket bucket() {
        return bucket;
    }

    /** Another bucket, made as needed. */
    Bucket bucket(String name) {
        store.createBucket(name);
        return new Bucket(store, name);
    }

    /** A connector that writes JSON lines; what is given goes before. */
    Map<String, String> config(Map<String, String> more) {
        Map<String, String> config = new HashMap<>();
        config.put("connector.class", S3SinkConnector.class.getName());
        config.put("s3.bucket.name", BUCKET);
        config.put("store.url", front.address());
        config.put("aws.access.key.id", store.accessKey());
        config.put("aws.secret.access.key", store.secretKey());
        config.put("s3.part.size", "5242880");
        config.put("s3.retry.backoff.ms", "20");
        config.put("retry.backoff.ms", "200");
        config.put("storage.class", "io.confluent.connect.s3.storage.S3Storage");
        config.put("format.class", "io.confluent.connect.s3.format.json.JsonFormat");
        config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        config.put("value.converter.schemas.enable", "false");
        config.put("consumer.override.auto.offset.reset", "earliest");
        config.put("consumer.override.session.timeout.ms", "3000");
        config.put("consumer.override.heartbeat.interval.ms", "500");
        config.put("tasks.max", "1");
        config.putAll(more);
        return config;
    }

    @Override
    public void close() {
        workers.forEach(ConnectProcess::close);
        bucket.close();
        front.close();
        store.close();
        kafka.close();
    }
}
