package dev.pinflow.benchmarks.s3;

import dev.pinflow.benchmarks.stage.JavaProgram;
import dev.pinflow.stack.process.ChildProcess;
import dev.pinflow.stack.start.ChildAnswer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * An S3 server in a process of its own.
 *
 * @param client goes around the proxy that counts, and is closed with the store
 */
record Store(ChildProcess process, URI address, String accessKey, String secretKey, S3Client client)
        implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int DIGITS = 16;

    /** @param folder for its log, its keys and its objects */
    static Store start(Path folder) throws IOException {
        Path answer = folder.resolve("s3.txt");
        ChildProcess process = JavaProgram.server(
                        folder.resolve("s3.log"),
                        S3Program.class,
                        List.of(folder.resolve("s3").toString(), answer.toString()))
                .start();
        ChildAnswer.await("S3", process, START_LIMIT, () -> Files.exists(answer));
        List<String> lines = Files.readAllLines(answer);
        URI address = URI.create(lines.get(0));
        S3Client client = S3Client.builder()
                .endpointOverride(address)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .httpClientBuilder(Apache5HttpClient.builder())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(lines.get(1), lines.get(2))))
                .build();
        return new Store(process, address, lines.get(1), lines.get(2), client);
    }

    /** Creates the bucket or, when it is there, empties it. */
    void makeEmpty(String bucket) {
        if (client.listBuckets().buckets().stream()
                .noneMatch(there -> there.name().equals(bucket))) {
            client.createBucket(request -> request.bucket(bucket));
        }
        objects(bucket)
                .forEach(object ->
                        client.deleteObject(request -> request.bucket(bucket).key(object.key())));
    }

    List<S3Object> objects(String bucket) {
        return client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .toList();
    }

    /** For each key the object's size and the first 16 hex digits of its SHA-256, a tab between. */
    SortedMap<String, String> contents(String bucket) {
        SortedMap<String, String> contents = new TreeMap<>();
        for (S3Object object : objects(bucket)) {
            byte[] content = client.getObjectAsBytes(
                            request -> request.bucket(bucket).key(object.key()))
                    .asByteArrayUnsafe();
            contents.put(object.key(), describe(content));
        }
        return contents;
    }

    static String describe(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return content.length + "\t" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }

    @Override
    public void close() {
        client.close();
        process.stop();
    }
}
