package dev.pinflow.connect.s3.upload;

import dev.pinflow.connect.s3.buffer.ObjectBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * A multipart upload that begins while its object still takes records, to free their memory. The parts go up one after
 * the other. Used by the task's thread until the object is sealed, then by the one upload that completes it.
 *
 * <p>The store wants an object's metadata before the first part, when its last offset is not known yet. It is set by a
 * copy in place right after completion.
 */
public final class EarlyParts {
    private static final Logger LOG = LoggerFactory.getLogger(EarlyParts.class);

    private final Uploading uploading;
    private final String key;
    private final Set<EarlyParts> unfinished;
    private final List<CompletedPart> parts = new ArrayList<>();
    private final CompletableFuture<String> id;
    private CompletableFuture<?> last;
    private int number;
    private long bytes;
    private volatile boolean gone;
    private boolean restIsUploaded;
    private long restBytes;
    private Optional<String> completed = Optional.empty();

    /**
     * What all of a task share.
     *
     * @param partBytes size that parts have about, at least 5 MiB
     */
    record Uploading(
            S3Requests requests,
            MultipartRequests multipart,
            AbandonedUploads abandoned,
            UploadPool pool,
            long partBytes) {}

    /**
     * @param unfinished holds this until the upload is completed or aborted
     * @param before called before the upload begins
     */
    EarlyParts(Uploading uploading, String key, RecordOrigin origin, Set<EarlyParts> unfinished, Runnable before) {
        this.uploading = uploading;
        this.key = key;
        this.id = uploading.pool().run(() -> {
            before.run();
            return uploading.multipart().create(key, origin.metadata());
        });
        this.last = id;
        this.unfinished = unfinished;
        unfinished.add(this);
    }

    /** Uploads at least 5 MiB when what came before is uploaded, and closes the buffer then. Returns at once. */
    public void add(ObjectBuffer content) {
        long size = content.size();
        bytes += size;
        // Pieces of about equal size, lest the last one is below the least that S3 takes.
        long pieces = Math.max(1, size / uploading.partBytes());
        long piece = (size + pieces - 1) / pieces;
        for (long from = 0; from < size; from += piece) {
            addPiece(content, from, Math.min(piece, size - from));
        }
        last = last.whenComplete((done, failure) -> content.close());
    }

    private void addPiece(ObjectBuffer content, long from, long length) {
        number++;
        int own = number;
        last = last.thenCompose(before -> uploading.pool().run(() -> {
            try {
                parts.add(uploading.multipart().part(key, id.join(), own, content, from, length));
            } catch (UploadGone e) {
                // Another owner of the partition has aborted the upload; what follows is found out at completion.
                LOG.debug("{} is gone", key, e);
                gone = true;
            }
            return gone;
        }));
    }

    /**
     * Fails when the upload has failed for good, so that this is not found out hours later.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException with the reason
     */
    public void requireHealth() {
        if (last.isCompletedExceptionally()) {
            try {
                last.join();
            } catch (CompletionException e) {
                throw new ConnectException("An upload failed: " + e.getCause().getMessage(), e.getCause());
            }
        }
    }

    /** Number of parts, uploaded or under way. */
    public int count() {
        return number;
    }

    /** Bytes of all parts, uploaded or under way. */
    public long bytes() {
        return bytes;
    }

    /** Done when all parts are uploaded, or with the reason why they will not be. */
    public CompletableFuture<?> settled() {
        return last;
    }

    /** Has the upload aborted, if it has begun. */
    void abort() {
        if (id.isDone() && !id.isCompletedExceptionally()) {
            uploading.abandoned().add(key, id.join());
        }
    }

    /** Aborts the upload once the part that is under way has ended. Returns at once. */
    public void abandon() {
        last = last.handle((done, failure) -> {
            abort();
            unfinished.remove(this);
            return done;
        });
    }

    /**
     * Makes the object, once all parts are settled; may be called again after it failed.
     *
     * @throws UploadGone when the parts are of no use any more
     */
    void complete(SealedObject object, Condition condition) {
        if (completed.isEmpty()) {
            completed = Optional.of(makeObject(object, condition));
            unfinished.remove(this);
        }
        uploading.requests().describe(object, completed.get());
    }

    private String makeObject(SealedObject object, Condition condition) {
        if (gone) {
            throw new UploadGone(key, new IllegalStateException("another writer has aborted it"));
        }
        try {
            if (!restIsUploaded) {
                uploadRest(object.content());
                restIsUploaded = true;
            }
            return uploading.multipart().complete(key, id.join(), parts, condition);
        } catch (UploadGone e) {
            // The answer to an earlier attempt may have been lost.
            return uploading
                    .requests()
                    .head(key)
                    .filter(existing -> existing.end().isEmpty() && existing.bytes() == object.bytes())
                    .map(Existing::tag)
                    .orElseThrow(() -> e);
        }
    }

    /** What came after the last part; the very last part may be of any size. */
    private void uploadRest(ObjectBuffer rest) {
        long step = uploading.partBytes();
        for (long from = restBytes; from < rest.size(); from += step) {
            long length = Math.min(step, rest.size() - from);
            parts.add(uploading.multipart().part(key, id.join(), parts.size() + 1, rest, from, length));
            restBytes = from + length;
        }
    }
}
