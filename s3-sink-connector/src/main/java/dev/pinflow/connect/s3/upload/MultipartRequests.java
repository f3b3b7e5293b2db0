package dev.pinflow.connect.s3.upload;

import dev.pinflow.connect.s3.buffer.ObjectBuffer;
import dev.pinflow.connect.s3.client.RequestSettings;
import dev.pinflow.connect.s3.client.StorageConfig;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** The requests about objects that go up in parts, each on the calling thread; threads and errors as {@link S3Requests}. */
final class MultipartRequests {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final S3Client s3;
    private final String bucket;
    private final RequestSettings settings;

    MultipartRequests(S3Client s3, StorageConfig storage) {
        this.s3 = s3;
        this.bucket = storage.bucket();
        this.settings = storage.settings();
    }

    /** Begins a multipart upload and returns its id. */
    String create(String key, Map<String, String> metadata) {
        return S3Failures.call(bucket, key, () -> {
            CreateMultipartUploadRequest.Builder request = CreateMultipartUploadRequest.builder()
                    .bucket(bucket)
                    .key(key)
                    .metadata(metadata);
            settings.onCreate(request);
            return s3.createMultipartUpload(request.build()).uploadId();
        });
    }

    CompletedPart part(String key, String id, int number, ObjectBuffer content, long from, long length) {
        return S3Failures.call(bucket, key, () -> {
            UploadPartRequest.Builder request = UploadPartRequest.builder()
                    .bucket(bucket)
                    .key(key)
                    .uploadId(id)
                    .partNumber(number);
            settings.onPart(request, () -> S3Requests.open(content, from, length));
            String tag = s3.uploadPart(request.build(), S3Requests.body(content, from, length))
                    .eTag();
            return CompletedPart.builder().partNumber(number).eTag(tag).build();
        });
    }

    /**
     * Makes an object of the parts and returns its tag.
     *
     * @throws UploadGone when the parts have to be uploaded again
     */
    String complete(String key, String id, List<CompletedPart> parts, Condition condition) {
        return S3Failures.call(bucket, key, () -> {
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

    /** The store keeps, and bills, the parts of an upload that is neither completed nor aborted. */
    void abort(String key, String id) {
        S3Failures.call(bucket, key, () -> {
            try {
                return s3.abortMultipartUpload(
                        request -> request.bucket(bucket).key(key).uploadId(id));
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND) {
                    return id;
                }
                throw e;
            }
        });
    }

    /** Multipart uploads below the prefix that are neither completed nor aborted. */
    List<MultipartUpload> unfinished(String prefix) {
        return S3Failures.call(
                bucket,
                prefix,
                () ->
                        s3
                                .listMultipartUploadsPaginator(
                                        request -> request.bucket(bucket).prefix(prefix))
                                .uploads()
                                .stream()
                                .toList());
    }
}
