package dev.pinflow.connect.s3.upload;

import dev.pinflow.connect.s3.buffer.ObjectBuffer;
import dev.pinflow.connect.s3.client.ObjectTags;
import dev.pinflow.connect.s3.client.RequestSettings;
import dev.pinflow.connect.s3.client.StorageConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The requests about whole objects, each on the calling thread. Safe for use by several threads.
 *
 * <p>All of them throw {@link org.apache.kafka.connect.errors.RetriableException} when the store may answer better later,
 * and another {@link ConnectException} when it never will as things are configured.
 */
final class S3Requests implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(S3Requests.class);
    private static final String CONTENT_TYPE = "application/octet-stream";
    private static final int NOT_FOUND = 404;
    private static final long LARGEST_COPY = 5L * 1024 * 1024 * 1024;

    private final S3Client s3;
    private final String bucket;
    private final RequestSettings settings;
    private final ObjectTags tags;

    /** @param s3 closed with this */
    S3Requests(S3Client s3, StorageConfig storage) {
        this.s3 = s3;
        this.bucket = storage.bucket();
        this.settings = storage.settings();
        this.tags = storage.tags();
    }

    /**
     * Fails when the bucket does not exist. A store that does not answer, or does not let these credentials ask, is
     * left to the first upload.
     */
    void requireBucket() {
        try {
            s3.headBucket(request -> request.bucket(bucket));
        } catch (NoSuchBucketException e) {
            throw noSuchBucket(e);
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                throw noSuchBucket(e);
            }
            LOG.warn("Cannot tell whether bucket {} exists: {}", bucket, e.getMessage());
        } catch (SdkException e) {
            LOG.warn("Cannot tell whether bucket {} exists: {}", bucket, e.getMessage());
        }
    }

    void put(String key, ObjectBuffer content, Map<String, String> metadata, Condition condition) {
        S3Failures.call(bucket, key, () -> {
            PutObjectRequest.Builder request = PutObjectRequest.builder()
                    .bucket(bucket)
                    .key(key)
                    .metadata(metadata)
                    .ifNoneMatch(condition.ifNoneMatch())
                    .ifMatch(condition.ifMatch());
            settings.onPut(request, () -> open(content, 0, content.size()));
            return s3.putObject(request.build(), body(content, 0, content.size()));
        });
    }

    /** What lies under the key; empty when nothing does. */
    Optional<Existing> head(String key) {
        return S3Failures.call(bucket, key, () -> {
            HeadObjectRequest.Builder request =
                    HeadObjectRequest.builder().bucket(bucket).key(key);
            settings.onHead(request);
            try {
                return Optional.of(Existing.of(s3.headObject(request.build())));
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND) {
                    return Optional.<Existing>empty();
                }
                throw e;
            }
        });
    }

    /**
     * Gives an object that was completed without its range that range, unless it has changed meanwhile. Objects beyond
     * what S3 copies by one request stay as they are: their size tells them.
     */
    void describe(SealedObject object, String tag) {
        if (object.bytes() > LARGEST_COPY) {
            return;
        }
        S3Failures.call(bucket, object.key(), () -> {
            CopyObjectRequest.Builder request = CopyObjectRequest.builder()
                    .sourceBucket(bucket)
                    .sourceKey(object.key())
                    .destinationBucket(bucket)
                    .destinationKey(object.key())
                    .copySourceIfMatch(tag)
                    .metadataDirective(MetadataDirective.REPLACE)
                    .metadata(object.metadata());
            settings.onCopy(request);
            return s3.copyObject(request.build());
        });
    }

    /** Gives a durable object the configured tags, if any. */
    void tag(SealedObject object) {
        OffsetRuns offsets = object.offsets();
        S3Failures.call(bucket, object.key(), () -> {
            tags.tag(s3, bucket, object.key(), offsets.first(), offsets.last(), offsets.records());
            return object;
        });
    }

    @Override
    public void close() {
        s3.close();
    }

    static RequestBody body(ObjectBuffer content, long from, long length) {
        return RequestBody.fromContentProvider(() -> open(content, from, length), length, CONTENT_TYPE);
    }

    static InputStream open(ObjectBuffer content, long from, long length) {
        try {
            return content.open(from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConnectException noSuchBucket(SdkException e) {
        return new ConnectException(
                "Bucket " + bucket + " does not exist: create it, or correct s3.bucket.name, s3.region or store.url",
                e);
    }
}
