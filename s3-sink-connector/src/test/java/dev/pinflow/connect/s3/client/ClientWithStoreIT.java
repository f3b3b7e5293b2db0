package dev.pinflow.connect.s3.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.stack.s3.S3Server;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** That a store which checks signatures and digests takes what the options send, also through a proxy. */
class ClientWithStoreIT {
    private static final String KEY = "topics/t.json";

    @TempDir
    private static Path folder;

    private static S3Server store;

    @BeforeAll
    static void start() {
        store = new S3Server(folder.resolve("s3"), 0);
        store.start();
        store.createBucket(Options.BUCKET);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @ParameterizedTest(name = "{0}={1}, {2} bytes")
    @CsvSource({
        "s3.http.send.expect.continue, true, 3000000",
        "s3.http.send.expect.continue, false, 3000000",
        "s3.send.digest, true, 70000",
        "s3.acl.canned, private, 10",
        "s3.path.style.access.enabled, false, 10",
        "s3.region, xy-future-9, 10",
    })
    void isUnderstoodByTheStoreThroughAProxyToo(String option, String value, int size) throws Exception {
        byte[] content = new byte[size];
        put(options(Map.of(option, value)), content, content);
        try (RecordingStore proxy = new RecordingStore()) {
            put(options(Map.of(option, value, "s3.proxy.url", proxy.address())), content, content);
            assertThat(proxy.requests())
                    .extracting(request -> request.target().toString())
                    .containsOnly(store.address() + "/sink/" + KEY);
        }
    }

    @Test
    void theDigestTellsTheStoreOfGarbledContent() {
        assertThatThrownBy(() -> put(options(Map.of("s3.send.digest", "true")), new byte[] {1}, new byte[] {2}))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(400));
    }

    @Test
    void aStoreWithoutTagsStopsTheTaskOnlyIfToldTo() {
        Map<String, String> options = options(Map.of("s3.object.tagging", "true", "s3.retry.backoff.ms", "1"));
        put(options, new byte[10], new byte[10]);
        try (S3Client s3 = S3Clients.open(Options.storage(options))) {
            Options.storage(options).tags().tag(s3, Options.BUCKET, KEY, 7, 41, 30);
            options.put("s3.object.behavior.on.tagging.error", "fail");
            assertThatThrownBy(() -> Options.storage(options).tags().tag(s3, Options.BUCKET, KEY, 7, 41, 30))
                    .isExactlyInstanceOf(ConnectException.class)
                    .hasMessageContaining("has no tags");
        }
    }

    private static void put(Map<String, String> options, byte[] digested, byte[] sent) {
        StorageConfig storage = Options.storage(options);
        PutObjectRequest.Builder put =
                PutObjectRequest.builder().bucket(Options.BUCKET).key(KEY);
        storage.settings().onPut(put, () -> new ByteArrayInputStream(digested));
        try (S3Client s3 = S3Clients.open(storage)) {
            s3.putObject(put.build(), RequestBody.fromBytes(sent));
        }
        // Directly, since the proxy here does not pass the length on.
        try (S3Client s3 = S3Clients.open(Options.storage(options(Map.of())))) {
            assertThat(s3.headObject(request -> request.bucket(Options.BUCKET).key(KEY))
                            .contentLength())
                    .isEqualTo(sent.length);
        }
    }

    private static Map<String, String> options(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "store.url", store.address(),
                "aws.access.key.id", store.accessKey(),
                "aws.secret.access.key", store.secretKey()));
        all.putAll(more);
        return all;
    }
}
