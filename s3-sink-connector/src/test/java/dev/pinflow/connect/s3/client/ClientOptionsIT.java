package dev.pinflow.connect.s3.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.client.RecordingStore.Request;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** What each option puts on the wire. */
class ClientOptionsIT {
    private static final String KEY = "topics/t.json";
    private static final String CUSTOMER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final byte[] CONTENT = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String CONTENT_MD5 = "kAFQmDzST7DWlj99KOF/cg==";
    private static final String SSE = "x-amz-server-side-encryption";

    private RecordingStore recorder;

    @BeforeEach
    void start() throws Exception {
        recorder = new RecordingStore();
    }

    @AfterEach
    void stop() {
        recorder.close();
    }

    @Test
    void sendsNothingBeyondThePlainRequestUnasked() {
        put(Map.of());
        Request put = recorder.only();
        assertThat(put.target()).hasToString("/sink/" + KEY);
        assertThat(put.header("Authorization")).contains("Credential=me/", "/us-west-2/s3/");
        // The digest of the body as a whole (FIPS 180's example), not chunk by chunk.
        assertThat(put.header("x-amz-content-sha256"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(put.headers().keySet())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .noneMatch(name -> name.startsWith(SSE) || name.contains("checksum") || name.contains("acl"))
                .doesNotContain("content-md5", "content-encoding", "proxy-authorization", "x-amz-tagging");
    }

    @Test
    void signsForTheRegionThatIsGiven() {
        put(Map.of("s3.region", "xy-future-9"));
        assertThat(recorder.only().header("Authorization")).contains("/xy-future-9/s3/");
    }

    @ParameterizedTest
    @CsvSource({"AES256, ", "aws:kms, ", "aws:kms, alias/pins", "aws:kms:dsse, alias/pins"})
    void asksForServerSideEncryption(String algorithm, String kmsKey) {
        Map<String, String> options = new HashMap<>(Map.of("s3.ssea.name", algorithm));
        if (kmsKey != null) {
            options.put("s3.sse.kms.key.id", kmsKey);
        }
        everyKindOfRequest(options);
        for (String kind : List.of("put", "create", "copy")) {
            assertThat(sent(kind).header(SSE)).isEqualTo(algorithm);
            assertThat(sent(kind).header(SSE + "-aws-kms-key-id")).isEqualTo(kmsKey);
        }
        assertThat(sent("part").header(SSE)).isNull();
        assertThat(sent("head").header(SSE)).isNull();
    }

    @Test
    void sendsTheCustomersKeyWithItsDigest() {
        everyKindOfRequest(Map.of("s3.ssea.name", "AES256", "s3.sse.customer.key", CUSTOMER_KEY));
        for (String kind : List.of("put", "create", "part", "head", "copy")) {
            assertCustomerKey(sent(kind), SSE + "-customer-");
        }
        assertCustomerKey(sent("copy"), "x-amz-copy-source-server-side-encryption-customer-");
    }

    @Test
    void sendsTheCannedAcl() {
        everyKindOfRequest(Map.of("s3.acl.canned", "bucket-owner-full-control"));
        for (String kind : List.of("put", "create", "copy")) {
            assertThat(sent(kind).header("x-amz-acl")).isEqualTo("bucket-owner-full-control");
        }
    }

    @Test
    void sendsTheDigestOfEveryBody() {
        everyKindOfRequest(Map.of("s3.send.digest", "true"));
        assertThat(sent("put").header("Content-MD5")).isEqualTo(CONTENT_MD5);
        assertThat(sent("part").header("Content-MD5")).isEqualTo(CONTENT_MD5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asksBeforeItSendsABodyIfToldTo(boolean asks) {
        everyKindOfRequest(Map.of("s3.http.send.expect.continue", Boolean.toString(asks)));
        for (String kind : List.of("put", "part")) {
            assertThat(sent(kind).header("Expect")).isEqualTo(asks ? "100-continue" : null);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "4, 4"})
    void makesAsManyAttemptsAsToldTo(int retries, int attempts) {
        recorder.fail(100);
        assertThatThrownBy(() -> put(Map.of("s3.part.retries", Integer.toString(retries), "s3.retry.backoff.ms", "1")))
                .isInstanceOf(S3Exception.class);
        assertThat(recorder.requests()).hasSize(attempts);
    }

    @Test
    void makesAllAttemptsHoweverManyRequestsFailedBefore() {
        recorder.fail(Integer.MAX_VALUE);
        try (S3Client s3 = client(Map.of("s3.part.retries", "5", "s3.retry.backoff.ms", "0"))) {
            for (int i = 0; i < 40; i++) {
                assertThatThrownBy(() -> s3.headBucket(request -> request.bucket(Options.BUCKET)))
                        .isInstanceOf(S3Exception.class);
            }
        }
        assertThat(recorder.requests()).hasSize(200);
    }

    @Test
    void tagsWithOffsetsAndTheGivenPairs() {
        tag(Map.of("s3.object.tagging", "true", "s3.object.tagging.key.value.pairs", "team:pins, url:http://x"));
        assertThat(recorder.only().method()).isEqualTo("PUT");
        assertThat(recorder.only().target()).hasToString("/sink/" + KEY + "?tagging");
        assertThat(recorder.only().body())
                .contains("<Tag><Key>startOffset</Key><Value>7</Value></Tag>"
                        + "<Tag><Key>endOffset</Key><Value>41</Value></Tag>"
                        + "<Tag><Key>recordCount</Key><Value>30</Value></Tag>"
                        + "<Tag><Key>team</Key><Value>pins</Value></Tag>"
                        + "<Tag><Key>url</Key><Value>http://x</Value></Tag>");
    }

    @Test
    void tagsNothingUnasked() {
        tag(Map.of("s3.object.tagging.key.value.pairs", "team:pins"));
        assertThat(recorder.requests()).isEmpty();
    }

    @Test
    void goesOnOrFailsWhenTagsAreRefusedAsToldTo() {
        Map<String, String> options =
                new HashMap<>(Map.of("s3.object.tagging", "true", "s3.part.retries", "2", "s3.retry.backoff.ms", "0"));
        recorder.fail(Integer.MAX_VALUE);
        tag(options);
        assertThat(recorder.requests()).hasSize(2);
        options.put("s3.object.behavior.on.tagging.error", "fail");
        assertThatThrownBy(() -> tag(options))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContainingAll("s3://sink/" + KEY, "s3:PutObjectTagging", "s3.object.tagging=false");
    }

    @Test
    void writesWithTheRoleThatItAssumes() {
        put(Map.of(
                "s3.credentials.provider.class", "io.confluent.connect.s3.auth.AwsAssumeRoleCredentialsProvider",
                "s3.credentials.provider.sts.role.arn", "arn:aws:iam::123456789012:role/sink",
                "s3.credentials.provider.sts.role.session.name", "pins",
                "s3.credentials.provider.sts.role.external.id", "partner",
                "s3.credentials.provider.sts.region", "eu-west-3",
                "s3.credentials.provider.sts.endpoint", recorder.address()));
        assertThat(recorder.requests()).hasSize(2);
        Request assume = recorder.requests().get(0);
        assertThat(assume.body())
                .contains(
                        "Action=AssumeRole",
                        "RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fsink",
                        "RoleSessionName=pins",
                        "ExternalId=partner");
        assertThat(assume.header("Authorization")).contains("Credential=me/", "/eu-west-3/sts/");
        Request put = recorder.requests().get(1);
        assertThat(put.header("Authorization")).contains("Credential=role-key/", "/us-west-2/s3/");
        assertThat(put.header("x-amz-security-token")).isEqualTo("role-token");
    }

    @ParameterizedTest
    @CsvSource({"true, http://store.test/sink/", "false, http://sink.store.test/"})
    void namesTheBucketInThePathOrInTheHost(boolean pathStyle, String start) {
        put(Map.of(
                "s3.path.style.access.enabled", Boolean.toString(pathStyle),
                "store.url", "http://store.test",
                "s3.proxy.url", recorder.address()));
        assertThat(recorder.only().target().toString().replace(":80/", "/")).isEqualTo(start + KEY);
        assertThat(recorder.only().header("Proxy-Authorization")).isNull();
    }

    @Test
    void tellsTheProxyWhoItIsWithoutBeingAsked() {
        put(Map.of(
                "store.url", "http://store.test",
                "s3.proxy.url", recorder.address().replace("//", "//one:hush1@"),
                "s3.proxy.user", "two",
                "s3.proxy.password", "hush2"));
        assertThat(recorder.only().header("Proxy-Authorization")).isEqualTo("Basic dHdvOmh1c2gy");
    }

    @ParameterizedTest
    @CsvSource({"true, sink.s3-accelerate.amazonaws.com", "false, sink.s3.us-west-2.amazonaws.com"})
    void reachesAwsThroughATunnelAndAcceleratesItIfToldTo(boolean accelerates, String host) throws Exception {
        try (OneConnection proxy = new OneConnection(502);
                S3Client s3 = client(Map.of(
                        "store.url", "",
                        "s3.path.style.access.enabled", "false",
                        "s3.wan.mode", Boolean.toString(accelerates),
                        "s3.part.retries", "1",
                        "s3.proxy.url", proxy.address().replace("//", "//one:hush1@")))) {
            assertThatThrownBy(() -> s3.headBucket(request -> request.bucket(Options.BUCKET)))
                    .isInstanceOf(SdkException.class)
                    .hasMessageNotContaining("hush1");
            assertThat(proxy.head().get(10, TimeUnit.SECONDS))
                    .contains("CONNECT " + host + ":443 HTTP/1.1", "Proxy-Authorization: Basic b25lOmh1c2gx");
        }
    }

    @Test
    void leavesNoConnectionOpen() throws Exception {
        try (OneConnection store = new OneConnection(200)) {
            S3Client s3 = client(Map.of("store.url", store.address()));
            s3.headBucket(request -> request.bucket(Options.BUCKET));
            assertThat(store.ended()).isNotDone();
            s3.close();
            assertThat(store.ended()).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(true);
        }
    }

    private static void assertCustomerKey(Request request, String prefix) {
        assertThat(request.header(prefix + "algorithm")).isEqualTo("AES256");
        assertThat(request.header(prefix + "key")).isEqualTo(CUSTOMER_KEY);
        assertThat(request.header(prefix + "key-MD5")).isEqualTo("KYvwGXoFFJ42a2u2GDWhwQ==");
        assertThat(request.header(SSE)).isNull();
    }

    /** Each of them, in the order of {@link #sent}. */
    private void everyKindOfRequest(Map<String, String> options) {
        put(options);
        RequestSettings settings = Options.storage(with(options)).settings();
        try (S3Client s3 = client(options)) {
            CreateMultipartUploadRequest.Builder create = CreateMultipartUploadRequest.builder()
                    .bucket(Options.BUCKET)
                    .key(KEY);
            settings.onCreate(create);
            s3.createMultipartUpload(create.build());
            UploadPartRequest.Builder part = UploadPartRequest.builder()
                    .bucket(Options.BUCKET)
                    .key(KEY)
                    .uploadId("u1")
                    .partNumber(1);
            settings.onPart(part, () -> new ByteArrayInputStream(CONTENT));
            s3.uploadPart(part.build(), RequestBody.fromBytes(CONTENT));
            HeadObjectRequest.Builder head =
                    HeadObjectRequest.builder().bucket(Options.BUCKET).key(KEY);
            settings.onHead(head);
            s3.headObject(head.build());
            CopyObjectRequest.Builder copy = CopyObjectRequest.builder()
                    .sourceBucket(Options.BUCKET)
                    .sourceKey("from")
                    .destinationBucket(Options.BUCKET)
                    .destinationKey(KEY);
            settings.onCopy(copy);
            s3.copyObject(copy.build());
        }
    }

    private Request sent(String kind) {
        return recorder.requests()
                .get(List.of("put", "create", "part", "head", "copy").indexOf(kind));
    }

    private void put(Map<String, String> options) {
        PutObjectRequest.Builder put =
                PutObjectRequest.builder().bucket(Options.BUCKET).key(KEY);
        Options.storage(with(options)).settings().onPut(put, () -> new ByteArrayInputStream(CONTENT));
        try (S3Client s3 = client(options)) {
            s3.putObject(put.build(), RequestBody.fromBytes(CONTENT));
        }
    }

    private void tag(Map<String, String> options) {
        try (S3Client s3 = client(options)) {
            Options.storage(with(options)).tags().tag(s3, Options.BUCKET, KEY, 7, 41, 30);
        }
    }

    private S3Client client(Map<String, String> options) {
        assertThat(Options.problems(with(options))).isEmpty();
        return S3Clients.open(Options.storage(with(options)), 2);
    }

    private Map<String, String> with(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(
                Map.of("store.url", recorder.address(), "aws.access.key.id", "me", "aws.secret.access.key", "hush"));
        all.putAll(options);
        return all;
    }
}
