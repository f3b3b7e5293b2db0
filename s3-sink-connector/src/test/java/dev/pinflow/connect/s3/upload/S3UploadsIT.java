package dev.pinflow.connect.s3.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pinflow.connect.s3.buffer.BufferConfig;
import dev.pinflow.connect.s3.buffer.ObjectBuffer;
import dev.pinflow.connect.s3.buffer.ObjectBuffers;
import dev.pinflow.connect.s3.client.S3Clients;
import dev.pinflow.connect.s3.client.StorageConfig;
import dev.pinflow.connect.s3.config.SinkConfig;
import dev.pinflow.connect.s3.upload.FaultyStore.Fault;
import dev.pinflow.stack.s3.S3Server;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3UploadsIT {
    private static final String BUCKET = "sink";
    private static final String FOLDER = "topics/t/partition=0/t+0+";
    private static final String KEY = key(0);
    private static final RecordOrigin ORIGIN = new RecordOrigin("t-0", "1735689600000");
    private static final int PART_BYTES = 5 * 1024 * 1024;
    private static final boolean DETERMINISTIC = true;

    @TempDir
    private static Path folder;

    private static S3Server store;
    private static S3Client s3;

    private FaultyStore front;
    private ObjectBuffers buffers;

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

    @Test
    void writesASmallObjectByOneRequestAndMarksItWithItsRange() {
        assertThat(written(set(0, 4, 1_000))).isEqualTo(4);
        assertThat(stored(KEY)).isEqualTo(content(1_000));
        assertThatRangeIs(KEY, 5, 4);
        assertThat(front.requests())
                .containsExactly("PUT /sink/" + KEY.replace("+", "%2B").replace("=", "%3D"));
    }

    @ParameterizedTest(name = "{0} bytes are {1} parts")
    @CsvSource({"5242880, 1", "10485761, 3"})
    void writesALargeObjectInParts(int size, int parts) {
        written(set(0, 4, size));
        assertThat(stored(KEY)).isEqualTo(content(size));
        assertThatRangeIs(KEY, 5, 4);
        assertThat(front.requests())
                .filteredOn(request -> request.contains("partNumber="))
                .hasSize(parts);
        assertThatNoUploadIsLeft();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void triesAgainWhateverTheStoreDoesAndDoublesNothing(Fault fault) {
        front.fail("PUT", "partNumber=1", fault, 4);
        assertThat(written(set(0, 4, PART_BYTES + 1))).isEqualTo(4);
        front.fail("PUT", "0000000005", fault, 4);
        assertThat(written(set(5, 9, 10))).isEqualTo(9);
        assertThat(stored(key(5))).isEqualTo(content(10));
        assertThatNoUploadIsLeft();
    }

    @ParameterizedTest
    @CsvSource({"POST, uploadId=", "POST, uploads", "PUT, partNumber=2"})
    void leavesNothingBehindWhenItGivesUp(String method, String part) {
        front.fail(method, part, Fault.REFUSE, -1);
        assertThatThrownBy(() -> written(set(0, 4, PART_BYTES + 1), Map.of("retry.timeout.ms", "10")))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContainingAll("retry.timeout.ms", "s3://sink/" + KEY);
        assertThatNoUploadIsLeft();
        assertThat(keys()).isEmpty();
    }

    @Test
    void survivesTheLossOfTheAnswerThatCompletesAnUpload() {
        front.fail("POST", "uploadId=", Fault.LOSE_ANSWER, 1);
        assertThat(written(set(0, 4, PART_BYTES + 1))).isEqualTo(4);
        assertThat(stored(KEY)).isEqualTo(content(PART_BYTES + 1));
        assertThatNoUploadIsLeft();
    }

    @Test
    void leavesNoUploadOfWhichOnlyTheStoreKnows() {
        front.fail("POST", "uploads", Fault.LOSE_ANSWER, 2);
        assertThat(written(set(0, 4, PART_BYTES + 1))).isEqualTo(4);
        assertThatNoUploadIsLeft();
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"1000", "5242881"})
    void takesTheSameRangeForDone(int size) {
        written(set(0, 4, size));
        assertThat(written(set(0, 4, size))).isEqualTo(4);
        assertThatNoUploadIsLeft();
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"1000", "5242881"})
    void leavesALongerObjectAndSaysWhereItEnds(int size) {
        written(set(0, 9, size));
        assertThat(written(set(0, 4, size + 1))).isEqualTo(9);
        assertThat(stored(KEY)).isEqualTo(content(size));
        assertThatNoUploadIsLeft();
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"1000", "5242881"})
    void replacesAShorterObject(int size) {
        written(set(0, 4, 10));
        assertThat(written(set(0, 9, size))).isEqualTo(9);
        assertThat(stored(KEY)).isEqualTo(content(size));
        assertThatRangeIs(KEY, 10, 9);
        assertThatNoUploadIsLeft();
    }

    @Test
    void continuesAfterAShorterObjectThatAnotherOneFollows() {
        written(set(0, 4, 10));
        written(set(5, 7, 11));
        assertThat(written(set(0, 9, 1_000))).isEqualTo(4);
        assertThat(stored(KEY)).isEqualTo(content(10));
    }

    @Test
    void continuesAfterAShorterObjectWhereTheClockDecidesOnBoundaries() {
        written(set(0, 4, 10));
        try (S3Uploads uploads = uploads(front.address(), BUCKET, !DETERMINISTIC, Map.of())) {
            assertThat(result(uploads.write(set(0, 9, 1_000)))).isEqualTo(4);
        }
        assertThat(stored(KEY)).isEqualTo(content(10));
    }

    @Test
    void replacesWhateverIsThereWhenAskedTo() {
        written(set(0, 9, 100));
        assertThat(written(set(0, 4, 10), Map.of("enable.conditional.writes", "false")))
                .isEqualTo(4);
        assertThat(stored(KEY)).isEqualTo(content(10));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"t-0, 1, created anew", "u-0, 1735689600000, by a transform"})
    void refusesToCountRecordsOfAnotherOriginAsOurs(String source, String timestamp, String reason) {
        SealedObject other = new SealedObject(
                KEY, buffer(100), Optional.empty(), offsets(0, 4), new RecordOrigin(source, timestamp));
        written(new SealedSet(List.of(), other, S3UploadsIT::key));
        assertThatThrownBy(() -> written(set(0, 4, 100)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContainingAll(KEY, reason, "topics.dir");
    }

    @Test
    void replacesKeysOfAnObjectThatIsReplaced() {
        written(new SealedSet(List.of(object(KEY + ".keys", 0, 4, 50)), object(KEY, 0, 4, 55), S3UploadsIT::key));
        SealedSet longer =
                new SealedSet(List.of(object(KEY + ".keys", 0, 9, 90)), object(KEY, 0, 9, 99), S3UploadsIT::key);
        assertThat(written(longer)).isEqualTo(9);
        assertThat(stored(KEY + ".keys")).isEqualTo(content(90));
        assertThat(stored(KEY)).isEqualTo(content(99));
    }

    @Test
    void replacesASmallerObjectOfAnotherProgramAndRefusesToReplaceALargerOne() {
        put(KEY, 10);
        assertThat(written(set(0, 4, 100))).isEqualTo(4);
        assertThat(stored(KEY)).isEqualTo(content(100));
        put(key(5), 200);
        assertThatThrownBy(() -> written(set(5, 9, 100)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContainingAll(key(5), "enable.conditional.writes=false");
        assertThat(stored(key(5))).isEqualTo(content(200));
    }

    @Test
    void uploadsPartsOfAnOpenObjectEarlyAndDescribesItInTheEnd() {
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            SealedSet early = early(uploads, 4, PART_BYTES, PART_BYTES + 3, 7);
            assertThat(result(uploads.write(early))).isEqualTo(4);
        }
        assertThat(stored(KEY)).isEqualTo(concatenated(PART_BYTES, PART_BYTES + 3, 7));
        assertThatRangeIs(KEY, 5, 4);
        assertThatNoUploadIsLeft();
    }

    @Test
    void abandonsEarlyPartsOfAnObjectThatIsThereAlready() {
        written(set(0, 9, 10));
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            assertThat(result(uploads.write(early(uploads, 4, PART_BYTES, 7)))).isEqualTo(9);
        }
        assertThatNoUploadIsLeft();
    }

    @Test
    void abandonsEarlyPartsOfAnObjectThatIsDropped() {
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            early(uploads, 4, PART_BYTES, 7).drop();
        }
        assertThatNoUploadIsLeft();
        assertThat(keys()).isEmpty();
    }

    @Test
    void asksForTheRecordsAgainWhenEarlyPartsWereAborted() {
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            SealedSet early = early(uploads, 4, PART_BYTES, 7);
            early.anchor().early().orElseThrow().settled().join();
            abortAll();
            assertThat(result(uploads.write(early))).isEqualTo(-1);
        }
        assertThat(keys()).isEmpty();
    }

    @Test
    void survivesTheLossOfTheAnswerThatCompletesEarlyParts() {
        front.fail("POST", "uploadId=", Fault.LOSE_ANSWER, 1);
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            assertThat(result(uploads.write(early(uploads, 4, PART_BYTES, 7)))).isEqualTo(4);
        }
        assertThatRangeIs(KEY, 5, 4);
        assertThatNoUploadIsLeft();
    }

    @Test
    void writesCompanionsFirstAndReplacesThoseThatABrokenAttemptHasLeft() {
        put(KEY + ".keys", 3);
        SealedSet set =
                new SealedSet(List.of(object(KEY + ".keys", 0, 4, 50)), object(KEY, 0, 4, 100), S3UploadsIT::key);
        assertThat(written(set)).isEqualTo(4);
        assertThat(stored(KEY + ".keys")).isEqualTo(content(50));
        assertThat(stored(KEY)).isEqualTo(content(100));
    }

    @Test
    void leavesCompanionsOfALongerObject() {
        written(new SealedSet(List.of(object(KEY + ".keys", 0, 9, 90)), object(KEY, 0, 9, 99), S3UploadsIT::key));
        SealedSet shorter =
                new SealedSet(List.of(object(KEY + ".keys", 0, 4, 50)), object(KEY, 0, 4, 55), S3UploadsIT::key);
        assertThat(written(shorter)).isEqualTo(9);
        assertThat(stored(KEY + ".keys")).isEqualTo(content(90));
    }

    @Test
    void abortsWhatAKilledOwnerHasLeftOfThisTopicPartitionOnly() {
        begin(KEY);
        begin("topics/t/partition=1/t+1+0000000000.json");
        begin("topics/t/f=a/t+0+0000000009.json");
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, Map.of())) {
            uploads.take(new ObjectFamily("topics/t/", "/", "t+0+"));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(unfinished()).containsExactly("topics/t/partition=1/t+1+0000000000.json"));
        }
        abortAll();
    }

    @Test
    void namesTheBucketThatDoesNotExist() {
        try (S3Uploads uploads = uploads(store.address(), "nowhere", DETERMINISTIC, Map.of())) {
            assertThatThrownBy(uploads::requireBucket)
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("Bucket nowhere does not exist", "create it", "s3.bucket.name");
            assertThatThrownBy(() -> result(uploads.write(set(0, 4, 10))))
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("s3://nowhere/" + KEY, "404 NoSuchBucket", "create the bucket");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, SignatureDoesNotMatch", "false, InvalidAccessKeyId"})
    void saysWhichCredentialsToCheckAndNeverShowsThem(boolean known, String code) {
        Map<String, String> keys = Map.of(
                "aws.access.key.id", known ? store.accessKey() : "stranger", "aws.secret.access.key", "a wrong secret");
        try (S3Uploads uploads = uploads(store.address(), BUCKET, DETERMINISTIC, keys)) {
            uploads.requireBucket();
            assertThatThrownBy(() -> result(uploads.write(set(0, 4, 10))))
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("403", code, "check aws.access.key.id and aws.secret.access.key")
                    .hasMessageNotContaining("a wrong secret");
        }
    }

    @Test
    void keepsTryingAnEndpointThatRefusesConnectionsUntilItGivesUp() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            closed = socket.getLocalPort();
        }
        try (S3Uploads uploads =
                uploads("http://127.0.0.1:" + closed, BUCKET, DETERMINISTIC, Map.of("retry.timeout.ms", "50"))) {
            uploads.requireBucket();
            assertThatThrownBy(() -> result(uploads.write(set(0, 4, 10))))
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("S3 did not take s3://sink/" + KEY, "retry.timeout.ms");
        }
    }

    private long written(SealedSet set) {
        return written(set, Map.of());
    }

    private long written(SealedSet set, Map<String, String> options) {
        try (S3Uploads uploads = uploads(front.address(), BUCKET, DETERMINISTIC, options)) {
            return result(uploads.write(set));
        }
    }

    private static long result(CompletableFuture<Long> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ConnectException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static S3Uploads uploads(
            String address, String bucket, boolean deterministic, Map<String, String> options) {
        SinkConfig config = config(address, bucket, options);
        return new S3Uploads(
                S3Clients.open(config.storage()), config.storage(), config.uploads(), deterministic, new Silence());
    }

    private static StorageConfig storage(String address, String bucket, Map<String, String> options) {
        return config(address, bucket, options).storage();
    }

    private static SinkConfig config(String address, String bucket, Map<String, String> options) {
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

    private SealedSet set(long first, long last, int size) {
        return new SealedSet(List.of(), object(key(first), first, last, size), S3UploadsIT::key);
    }

    private SealedObject object(String key, long first, long last, int size) {
        return new SealedObject(key, buffer(size), Optional.empty(), offsets(first, last), ORIGIN);
    }

    /** A set at offset 0 whose last piece is not uploaded yet. */
    private SealedSet early(S3Uploads uploads, long last, int... sizes) {
        EarlyParts parts = uploads.begin(KEY, ORIGIN);
        for (int i = 0; i < sizes.length - 1; i++) {
            parts.add(buffer(sizes[i]));
        }
        SealedObject object =
                new SealedObject(KEY, buffer(sizes[sizes.length - 1]), Optional.of(parts), offsets(0, last), ORIGIN);
        return new SealedSet(List.of(), object, S3UploadsIT::key);
    }

    private ObjectBuffer buffer(int size) {
        ObjectBuffer buffer = buffers.open();
        buffer.write(content(size));
        return buffer;
    }

    private static OffsetRuns offsets(long first, long last) {
        OffsetRuns offsets = new OffsetRuns();
        for (long offset = first; offset <= last; offset++) {
            offsets.add(offset);
        }
        return offsets;
    }

    private static String key(long offset) {
        return FOLDER + "000000000" + offset + ".json";
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static byte[] concatenated(int... sizes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size : sizes) {
            all.writeBytes(content(size));
        }
        return all.toByteArray();
    }

    private static void put(String key, int size) {
        s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(content(size)));
    }

    private static void begin(String key) {
        s3.createMultipartUpload(request -> request.bucket(BUCKET).key(key));
    }

    private static void abortAll() {
        s3.listMultipartUploads(request -> request.bucket(BUCKET))
                .uploads()
                .forEach(upload -> s3.abortMultipartUpload(
                        request -> request.bucket(BUCKET).key(upload.key()).uploadId(upload.uploadId())));
    }

    private static List<String> unfinished() {
        return s3.listMultipartUploads(request -> request.bucket(BUCKET)).uploads().stream()
                .map(upload -> upload.key())
                .toList();
    }

    private static void assertThatNoUploadIsLeft() {
        assertThat(unfinished()).isEmpty();
    }

    private static void assertThatRangeIs(String key, long records, long end) {
        assertThat(s3.headObject(request -> request.bucket(BUCKET).key(key)).metadata())
                .containsEntry("pinflow-records", Long.toString(records))
                .containsEntry("pinflow-end-offset", Long.toString(end));
    }

    private static List<String> keys() {
        return s3.listObjectsV2(request -> request.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static byte[] stored(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asByteArray();
    }

    private static final class Silence implements UploadListener {
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
