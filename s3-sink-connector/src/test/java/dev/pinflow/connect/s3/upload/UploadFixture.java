package dev.pinflow.connect.s3.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.connect.s3.buffer.BufferConfig;
import dev.pinflow.connect.s3.buffer.ObjectBuffer;
import dev.pinflow.connect.s3.buffer.ObjectBuffers;
import dev.pinflow.connect.s3.client.S3Clients;
import dev.pinflow.connect.s3.client.StorageConfig;
import dev.pinflow.connect.s3.config.SinkConfig;
import dev.pinflow.stack.s3.S3Server;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real store with one in front of it that goes wrong when it is told to, and objects to upload. */
abstract class UploadFixture {
    static final String BUCKET = "sink";
    static final String FOLDER = "topics/t/partition=0/t+0+";
    static final String KEY = key(0);
    static final RecordOrigin ORIGIN = new RecordOrigin("t-0", "1735689600000");
    static final int PART_BYTES = 5 * 1024 * 1024;
    static final boolean DETERMINISTIC = true;

    @TempDir
    static Path folder;

    static S3Server store;
    static S3Client s3;

    FaultyStore front;
    ObjectBuffers buffers;

    @BeforeAll
    static void startStore() {
        store = new S3Server(folder.resolve("s3"), 0);
        store.start();
        store.createBucket(BUCKET);
        s3 = S3Clients.open(storage(store.address(), BUCKET, Map.of()));
    }

    @AfterAll
    static void stopStore() {
        s3.close();
        store.close();
    }

    @BeforeEach
    void startFront() throws Exception {
        front = new FaultyStore(store.address());
        buffers = new ObjectBuffers(new BufferConfig(1L << 30, folder));
    }

    @AfterEach
    void stopFrontAndRemoveObjects() {
        front.close();
        abortAll();
        assertThat(buffers.budget().used()).isZero();
        for (S3Object object :
                s3.listObjectsV2(request -> request.bucket(BUCKET)).contents()) {
            s3.deleteObject(request -> request.bucket(BUCKET).key(object.key()));
        }
    }

    long written(SealedSet set) {
        return written(set, Map.of());
    }

    long written(SealedSet set, Map<String, String> options) {
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, options)) {
            return result(uploads.write(set));
        }
    }

    static long result(CompletableFuture<Long> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ConnectException cause) {
                throw cause;
            }
            throw e;
        }
    }

    static S3Uploads uploads(String address, String bucket, boolean deterministic, Map<String, String> options) {
        SinkConfig config = config(address, bucket, options);
        return new S3Uploads(
                S3Clients.open(config.storage()), config.storage(), config.uploads(), deterministic, new Silence());
    }

    static StorageConfig storage(String address, String bucket, Map<String, String> options) {
        return config(address, bucket, options).storage();
    }

    static SinkConfig config(String address, String bucket, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(Map.ofEntries(
                Map.entry("s3.bucket.name", bucket),
                Map.entry("s3.region", "us-east-1"),
                Map.entry("store.url", address),
                Map.entry("aws.access.key.id", store.accessKey()),
                Map.entry("aws.secret.access.key", store.secretKey()),
                Map.entry("s3.part.size", Integer.toString(PART_BYTES)),
                Map.entry("s3.retry.backoff.ms", "1"),
                Map.entry("retry.backoff.ms", "1"),
                Map.entry("format.class", "json"),
                Map.entry("flush.size", "1")));
        all.putAll(options);
        return SinkConfig.from(all);
    }

    SealedSet set(long first, long last, int size) {
        return new SealedSet(List.of(), object(key(first), first, last, size), UploadFixture::key);
    }

    SealedObject object(String key, long first, long last, int size) {
        return new SealedObject(key, buffer(size), Optional.empty(), offsets(first, last), ORIGIN);
    }

    /** A set at offset 0 whose last piece is not uploaded yet. */
    SealedSet early(S3Uploads uploads, long last, int... sizes) {
        EarlyParts parts = uploads.begin(KEY, ORIGIN);
        for (int i = 0; i < sizes.length - 1; i++) {
            parts.add(buffer(sizes[i]));
        }
        SealedObject object =
                new SealedObject(KEY, buffer(sizes[sizes.length - 1]), Optional.of(parts), offsets(0, last), ORIGIN);
        return new SealedSet(List.of(), object, UploadFixture::key);
    }

    ObjectBuffer buffer(int size) {
        ObjectBuffer buffer = buffers.open();
        buffer.write(content(size));
        return buffer;
    }

    static OffsetRuns offsets(long first, long last) {
        OffsetRuns offsets = new OffsetRuns();
        for (long offset = first; offset <= last; offset++) {
            offsets.add(offset);
        }
        return offsets;
    }

    static String key(long offset) {
        return FOLDER + "000000000" + offset + ".json";
    }

    static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    static byte[] concatenated(int... sizes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size : sizes) {
            all.writeBytes(content(size));
        }
        return all.toByteArray();
    }

    static void put(String key, int size) {
        s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(content(size)));
    }

    static void begin(String key) {
        s3.createMultipartUpload(request -> request.bucket(BUCKET).key(key));
    }

    static void abortAll() {
        s3.listMultipartUploads(request -> request.bucket(BUCKET))
                .uploads()
                .forEach(upload -> s3.abortMultipartUpload(
                        request -> request.bucket(BUCKET).key(upload.key()).uploadId(upload.uploadId())));
    }

    static List<String> unfinished() {
        return s3.listMultipartUploads(request -> request.bucket(BUCKET)).uploads().stream()
                .map(upload -> upload.key())
                .toList();
    }

    static void assertThatNoUploadIsLeft() {
        assertThat(unfinished()).isEmpty();
    }

    static void assertThatRangeIs(String key, long records, long end) {
        assertThat(s3.headObject(request -> request.bucket(BUCKET).key(key)).metadata())
                .containsEntry("pinflow-records", Long.toString(records))
                .containsEntry("pinflow-end-offset", Long.toString(end));
    }

    static List<String> keys() {
        return s3.listObjectsV2(request -> request.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    static byte[] stored(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asByteArray();
    }

    static final class Silence implements UploadListener {
        @Override
        public void uploaded(int objects, long bytes, long nanos) {
            // The store tells.
        }

        @Override
        public void putOff() {
            // The store tells.
        }
    }
}
