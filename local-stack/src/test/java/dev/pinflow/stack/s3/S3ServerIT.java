package dev.pinflow.stack.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.stack.ServerStartException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3ServerIT {
    private static final String KEY = "topics/user-1.pin/partition=0/user-1.pin+0+0000000000.json";
    private static final int PART_BYTES = 5 * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void keepsObjectsTheirMetadataAndTheKeysOverAStopAndAStart() {
        String accessKey;
        try (S3Server server = new S3Server(folder, 0)) {
            server.start();
            server.createBucket("posts");
            server.createBucket("posts");
            accessKey = server.accessKey();
            try (S3Client client = client(server, server.secretKey())) {
                client.putObject(
                        request -> request.bucket("posts").key(KEY).metadata(Map.of("rows", "2")),
                        RequestBody.fromString("{}\n{}\n"));
            }
        }

        try (S3Server server = new S3Server(folder, 0)) {
            server.start();
            server.createBucket("posts");
            assertThat(server.accessKey()).isEqualTo(accessKey);
            try (S3Client client = client(server, server.secretKey())) {
                assertThat(client.listObjectsV2(request -> request.bucket("posts"))
                                .contents())
                        .singleElement()
                        .satisfies(object -> assertThat(object.key()).isEqualTo(KEY));
                assertThat(client.headObject(request -> request.bucket("posts").key(KEY))
                                .metadata())
                        .containsEntry("rows", "2");
                assertThat(client.getObjectAsBytes(
                                        request -> request.bucket("posts").key(KEY))
                                .asUtf8String())
                        .isEqualTo("{}\n{}\n");
            }
        }
    }

    @Test
    void takesPartsAndConditionsAndRefusesAWrongSignature() {
        try (S3Server server = new S3Server(folder, 0)) {
            server.start();
            server.createBucket("posts");
            try (S3Client client = client(server, server.secretKey())) {
                uploadTwoParts(client);
                assertThat(client.headObject(request -> request.bucket("posts").key("large"))
                                .contentLength())
                        .isEqualTo(PART_BYTES + 1);
                assertThatThrownBy(() -> client.putObject(
                                request -> request.bucket("posts").key("large").ifNoneMatch("*"),
                                RequestBody.fromString("other")))
                        .isInstanceOfSatisfying(
                                S3Exception.class,
                                e -> assertThat(e.statusCode()).isEqualTo(412));
            }
            try (S3Client stranger = client(server, "wrong")) {
                assertThatThrownBy(() -> stranger.listObjectsV2(request -> request.bucket("posts")))
                        .isInstanceOfSatisfying(
                                S3Exception.class,
                                e -> assertThat(e.statusCode()).isEqualTo(403));
            }
        }
    }

    @Test
    void refusesAFolderWithOtherFilesInItAndAPortThatIsTaken() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "not S3");
        assertThatThrownBy(new S3Server(folder, 0)::start)
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("holds files that are not the server's");

        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(new S3Server(folder.resolve("s3"), other.getLocalPort())::start)
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageStartingWith("Port %d, asked for S3, is taken", other.getLocalPort());
        }
    }

    private static void uploadTwoParts(S3Client client) {
        String upload = client.createMultipartUpload(
                        request -> request.bucket("posts").key("large"))
                .uploadId();
        List<byte[]> parts = List.of(new byte[PART_BYTES], new byte[1]);
        List<CompletedPart> completed = new java.util.ArrayList<>();
        for (byte[] part : parts) {
            int number = completed.size() + 1;
            String tag = client.uploadPart(
                            request -> request.bucket("posts")
                                    .key("large")
                                    .uploadId(upload)
                                    .partNumber(number),
                            RequestBody.fromBytes(part))
                    .eTag();
            completed.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        }
        client.completeMultipartUpload(request ->
                request.bucket("posts").key("large").uploadId(upload).multipartUpload(done -> done.parts(completed)));
    }

    private static S3Client client(S3Server server, String secretKey) {
        return S3Client.builder()
                .endpointOverride(URI.create(server.address()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(server.accessKey(), secretKey)))
                .build();
    }
}
