package dev.pinflow.connect.s3.upload;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.connect.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * Aborts the multipart uploads that a killed owner of a partition has left: nobody else writes objects of that
 * partition's names, and the store bills their parts for ever. Safe for use by several threads.
 */
final class StaleUploads {
    private static final Logger LOG = LoggerFactory.getLogger(StaleUploads.class);

    private final MultipartRequests requests;
    private final AbandonedUploads abandoned;
    private final UploadPool pool;
    private final Map<ObjectFamily, CompletableFuture<?>> running = new ConcurrentHashMap<>();

    StaleUploads(MultipartRequests requests, AbandonedUploads abandoned, UploadPool pool) {
        this.requests = requests;
        this.abandoned = abandoned;
        this.pool = pool;
    }

    /** Begins to abort those of these objects, and returns. */
    void abort(ObjectFamily family) {
        CompletableFuture<?> cleaning = new CompletableFuture<>();
        running.put(family, cleaning);
        pool.once(() -> {
            try {
                abortAll(family);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Unfinished uploads below {} are not looked for: {} Give the bucket a lifecycle rule that aborts"
                                + " them, or set s3.abort.stale.uploads=false",
                        family.folder(),
                        e.getMessage());
            } finally {
                running.remove(family, cleaning);
                cleaning.complete(null);
            }
        });
    }

    /**
     * Returns when those that have this key have been looked for, so that an upload which begins now is not taken for a
     * stale one. The search was begun before, so it never waits for this thread.
     */
    void await(String key) {
        running.forEach((family, cleaning) -> {
            if (family.has(key)) {
                try {
                    cleaning.get();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new RetriableException("Interrupted while unfinished uploads were looked for", e);
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a search never fails", e);
                }
            }
        });
    }

    /**
     * Aborts those of an object that is durable: when the answer to the request that begins an upload is lost, nobody
     * knows the upload's id. Returns when that is done; errors as {@link S3Requests}.
     */
    void abortOf(String key) {
        for (MultipartUpload upload : requests.unfinished(key)) {
            if (upload.key().equals(key)) {
                requests.abort(key, upload.uploadId());
            }
        }
    }

    private void abortAll(ObjectFamily family) {
        for (MultipartUpload upload : requests.unfinished(family.folder())) {
            if (family.has(upload.key())) {
                LOG.info("Aborting the unfinished upload {} of {}", upload.uploadId(), upload.key());
                abandoned.add(upload.key(), upload.uploadId());
            }
        }
    }
}
