package dev.pinflow.connect.s3.upload;

import dev.pinflow.connect.s3.buffer.ObjectBuffer;
import dev.pinflow.connect.s3.client.ObjectTags;
import dev.pinflow.connect.s3.client.RequestSettings;
import dev.pinflow.connect.s3.client.StorageConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * The requests that uploads consist of, each on the calling thread. Safe for use by several threads.
 *
 * <p>All of them throw {@link org.apache.kafka.connect.errors.RetriableException} when the store may answer better later,
 * and another {@link ConnectException} when it never will as things are configured.
 */
final class S3Requests implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(S3Requests.class);
    private static final String CONTENT_TYPE = "application/octet-stream";
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

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
        call(key, () -> {
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
        return call(key, () -> {
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

    /** Begins a multipart upload and returns its id. */
    String create(String key, Map<String, String> metadata) {
        return call(key, () -> {
            CreateMultipartUploadRequest.Builder request = CreateMultipartUploadRequest.builder()
                    .bucket(bucket)
                    .key(key)
                    .metadata(metadata);
            settings.onCreate(request);
            return s3.createMultipartUpload(request.build()).uploadId();
        });
    }

    CompletedPart part(String key, String id, int number, ObjectBuffer content, long from, long length) {
        return call(key, () -> {
            UploadPartRequest.Builder request = UploadPartRequest.builder()
                    .bucket(bucket)
                    .key(key)
                    .uploadId(id)
                    .partNumber(number);
            settings.onPart(request, () -> open(content, from, length));
            String tag =
                    s3.uploadPart(request.build(), body(content, from, length)).eTag();
            return CompletedPart.builder().partNumber(number).eTag(tag).build();
        });
    }

    /**
     * Makes an object of the parts and returns its tag.
     *
     * @throws UploadGone when the parts have to be uploaded again
     */
    String complete(String key, String id, List<CompletedPart> parts, Condition condition) {
        return call(key, () -> {
            try {
                return s3.completeMultipartUpload(request -> request.bucket(bucket)
                                .key(key)
                                .uploadId(id)
                                .ifNoneMatch(condition.ifNoneMatch())
                                .ifMatch(condition.ifMatch())
                                .multipartUpload(list -> list.parts(parts)))
                        .eTag();
            } catch (S3Exception e) {
                // After a conflict between two writers AWS wants the whole upload anew.
                if (e.statusCode() == CONFLICT) {
                    throw new UploadGone(key, e);
                }
                throw e;
            }
        });
    }

    /** The store keeps, and bills, the parts of an upload that is neither completed nor aborted. Never throws. */
    void abort(String key, String id) {
        try {
            s3.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(id));
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_FOUND) {
                warnOfLeftOver(key, id, e);
            }
        } catch (SdkException e) {
            warnOfLeftOver(key, id, e);
        }
    }

    /** Gives an object that was completed without metadata its metadata, unless it has changed meanwhile. */
    void describe(String key, String tag, Map<String, String> metadata) {
        call(key, () -> {
            CopyObjectRequest.Builder request = CopyObjectRequest.builder()
                    .sourceBucket(bucket)
                    .sourceKey(key)
                    .destinationBucket(bucket)
                    .destinationKey(key)
                    .copySourceIfMatch(tag)
                    .metadataDirective(MetadataDirective.REPLACE)
                    .metadata(metadata);
            settings.onCopy(request);
            return s3.copyObject(request.build());
        });
    }

    /** Gives a durable object the configured tags, if any. */
    void tag(SealedObject object) {
        OffsetRuns offsets = object.offsets();
        call(object.key(), () -> {
            tags.tag(s3, bucket, object.key(), offsets.first(), offsets.last(), offsets.records());
            return object;
        });
    }

    /** Multipart uploads below the prefix that are neither completed nor aborted. */
    List<MultipartUpload> unfinished(String prefix) {
        return call(
                prefix,
                () ->
                        s3
                                .listMultipartUploadsPaginator(
                                        request -> request.bucket(bucket).prefix(prefix))
                                .uploads()
                                .stream()
                                .toList());
    }

    @Override
    public void close() {
        s3.close();
    }

    private <T> T call(String key, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw S3Failures.translate(e, bucket, key);
        }
    }

    private static RequestBody body(ObjectBuffer content, long from, long length) {
        return RequestBody.fromContentProvider(() -> open(content, from, length), length, CONTENT_TYPE);
    }

    private static InputStream open(ObjectBuffer content, long from, long length) {
        try {
            return content.open(from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void warnOfLeftOver(String key, String id, SdkException e) {
        LOG.warn("Multipart upload {} of s3://{}/{} could not be aborted: {}", id, bucket, key, e.toString());
    }

    private ConnectException noSuchBucket(SdkException e) {
        return new ConnectException(
                "Bucket " + bucket + " does not exist: create it, or correct s3.bucket.name, s3.region or store.url",
                e);
    }
}
