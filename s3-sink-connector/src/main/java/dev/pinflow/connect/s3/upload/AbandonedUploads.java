package dev.pinflow.connect.s3.upload;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Aborts multipart uploads that will not be completed, however often that takes. Safe for use by several threads. */
final class AbandonedUploads {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedUploads.class);

    private final MultipartRequests requests;
    private final UploadPool pool;
    private final Set<Abandoned> left = ConcurrentHashMap.newKeySet();

    private record Abandoned(String key, String id) {}

    AbandonedUploads(MultipartRequests requests, UploadPool pool) {
        this.requests = requests;
        this.pool = pool;
    }

    /** Begins to abort the upload, and returns. */
    void add(String key, String id) {
        Abandoned abandoned = new Abandoned(key, id);
        left.add(abandoned);
        pool.run(() -> {
                    abort(abandoned);
                    return id;
                })
                .exceptionally(failure -> {
                    LOG.debug("{} is not aborted yet", abandoned, failure);
                    return id;
                });
    }

    /** Tries once more, after the pool is closed, within the given time; what stays is for the next owner to find. */
    void close(long millis) {
        if (left.isEmpty()) {
            return;
        }
        Thread aborting = new Thread(this::abortAll, "s3-sink-abort");
        aborting.setDaemon(true);
        aborting.start();
        try {
            aborting.join(Math.max(1, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        left.forEach(abandoned -> LOG.warn(
                "Multipart upload {} of {} is left unfinished: the next task that reads this partition aborts it, or a"
                        + " lifecycle rule of the bucket",
                abandoned.id(),
                abandoned.key()));
    }

    private void abortAll() {
        for (Abandoned abandoned : left) {
            try {
                abort(abandoned);
            } catch (ConnectException e) {
                LOG.debug("{} is not aborted", abandoned, e);
            }
        }
    }

    private void abort(Abandoned abandoned) {
        requests.abort(abandoned.key(), abandoned.id());
        left.remove(abandoned);
    }
}
