package dev.pinflow.connect.s3.upload;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Uploads on the calling thread: one request for an object below the part size, a multipart upload for a larger one. */
public final class S3Uploader implements ObjectUploader, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(S3Uploader.class);
    private static final String CONTENT_TYPE = "application/octet-stream";

    private final S3Client s3;
    private final String bucket;
    private final long partBytes;

    /**
     * @param s3 closed with this uploader
     * @param partBytes size of every part but the last, at least 5 MiB for AWS
     */
    public S3Uploader(S3Client s3, String bucket, long partBytes) {
        this.s3 = s3;
        this.bucket = bucket;
        this.partBytes = partBytes;
    }

    /**
     * Fails when the bucket does not exist. A store that does not answer, or does not let these credentials ask, is
     * left to the first upload.
     *
     * @throws ConnectException naming the bucket
     */
    public void requireBucket() {
        try {
            s3.headBucket(request -> request.bucket(bucket));
        } catch (NoSuchBucketException e) {
            throw noSuchBucket(e);
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                throw noSuchBucket(e);
            }
            LOG.warn("Cannot tell whether bucket {} exists: {}", bucket, e.getMessage());
        } catch (SdkException e) {
            LOG.warn("Cannot tell whether bucket {} exists: {}", bucket, e.getMessage());
        }
    }

    @Override
    public void upload(SealedObject object) {
        try {
            if (object.content().size() < partBytes) {
                put(object);
            } else {
                new MultipartUpload(object).run();
            }
        } catch (SdkException e) {
            throw S3Failures.translate(e, bucket, object.key());
        }
        LOG.debug("Wrote s3://{}/{}: {} records, {} bytes", bucket, object.key(), object.records(), size(object));
    }

    @Override
    public void close() {
        s3.close();
    }

    private void put(SealedObject object) {
        s3.putObject(
                request -> request.bucket(bucket).key(object.key()).metadata(object.metadata()),
                body(object, 0, size(object)));
    }

    private static long size(SealedObject object) {
        return object.content().size();
    }

    private static RequestBody body(SealedObject object, long from, long length) {
        return RequestBody.fromContentProvider(() -> object.content().open(from, length), length, CONTENT_TYPE);
    }

    private ConnectException noSuchBucket(SdkException e) {
        return new ConnectException(
                "Bucket " + bucket + " does not exist: create it, or correct s3.bucket.name, s3.region or store.url",
                e);
    }

    private final class MultipartUpload {
        private final SealedObject object;
        private final String id;

        MultipartUpload(SealedObject object) {
            this.object = object;
            this.id = s3.createMultipartUpload(
                            request -> request.bucket(bucket).key(object.key()).metadata(object.metadata()))
                    .uploadId();
        }

        void run() {
            boolean complete = false;
            try {
                List<CompletedPart> parts = new ArrayList<>();
                for (long from = 0; from < size(object); from += partBytes) {
                    parts.add(part(parts.size() + 1, from));
                }
                s3.completeMultipartUpload(request -> request.bucket(bucket)
                        .key(object.key())
                        .uploadId(id)
                        .multipartUpload(list -> list.parts(parts)));
                complete = true;
            } finally {
                if (!complete) {
                    abort();
                }
            }
        }

        private CompletedPart part(int number, long from) {
            long length = Math.min(partBytes, size(object) - from);
            String tag = s3.uploadPart(
                            request -> request.bucket(bucket)
                                    .key(object.key())
                                    .uploadId(id)
                                    .partNumber(number),
                            body(object, from, length))
                    .eTag();
            return CompletedPart.builder().partNumber(number).eTag(tag).build();
        }

        /** The store keeps, and bills, the parts of an upload that is neither completed nor aborted. */
        private void abort() {
            try {
                s3.abortMultipartUpload(
                        request -> request.bucket(bucket).key(object.key()).uploadId(id));
            } catch (SdkException e) {
                LOG.warn("Multipart upload {} of s3://{}/{} could not be aborted: {}", id, bucket, object.key(), e);
            }
        }
    }
}
