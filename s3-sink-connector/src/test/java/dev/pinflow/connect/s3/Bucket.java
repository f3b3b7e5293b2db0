package dev.pinflow.connect.s3;

import dev.pinflow.stack.s3.S3Server;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What is in a bucket, read from the store itself. */
final class Bucket implements AutoCloseable {
    private final S3Client s3;
    private final String name;

    Bucket(S3Server store, String name) {
        this.name = name;
        s3 = S3Client.builder()
                .endpointOverride(URI.create(store.address()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(store.accessKey(), store.secretKey())))
                .build();
    }

    String name() {
        return name;
    }

    /** The texts of all objects whose keys begin so, by their keys. */
    SortedMap<String, String> texts(String prefix) {
        return read(prefix, bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The SHA-256 of all objects whose keys begin so, by their keys. */
    SortedMap<String, String> checksums(String prefix) {
        return read(prefix, bytes -> HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** The keys that begin so, with the sizes of the objects in bytes. */
    SortedMap<String, Long> sizes(String prefix) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        s3.listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix))
                .contents()
                .forEach((S3Object object) -> sizes.put(object.key(), object.size()));
        return sizes;
    }

    byte[] bytes(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(name).key(key)).asByteArray();
    }

    Map<String, String> metadata(String key) {
        return s3.headObject(request -> request.bucket(name).key(key)).metadata();
    }

    /** Multipart uploads that are neither complete nor aborted. */
    int openUploads() {
        return s3.listMultipartUploads(request -> request.bucket(name))
                .uploads()
                .size();
    }

    private <T> SortedMap<String, T> read(String prefix, Function<byte[], T> view) {
        SortedMap<String, T> objects = new TreeMap<>();
        sizes(prefix).keySet().forEach(key -> objects.put(key, view.apply(bytes(key))));
        return objects;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
