package dev.pinflow.connect.s3.upload;

import dev.pinflow.connect.s3.buffer.ObjectBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

    private final S3Requests requests;
    private final MultipartRequests multipart;
    private final AbandonedUploads abandoned;
    private final UploadPool pool;
    private final String key;
    private final Set<EarlyParts> unfinished;
    private final List<CompletedPart> parts = new ArrayList<>();
    private final CompletableFuture<String> id;
    private CompletableFuture<?> last;
    private int number;
    private long bytes;
    private volatile boolean gone;
    private Optional<String> completed = Optional.empty();

    /**
     * @param unfinished holds this until the upload is completed or aborted
     * @param before called before the upload begins
     */
    EarlyParts(
            S3Requests requests,
            MultipartRequests multipart,
            AbandonedUploads abandoned,
            UploadPool pool,
            String key,
            Set<EarlyParts> unfinished,
            Runnable before) {
        this.requests = requests;
        this.multipart = multipart;
        this.abandoned = abandoned;
        this.pool = pool;
        this.key = key;
        this.id = pool.run(() -> {
            before.run();
            return multipart.create(key, Map.of());
        });
        this.last = id;
        this.unfinished = unfinished;
        unfinished.add(this);
    }

    /** Uploads a part of at least 5 MiB when those before it are uploaded, and closes it then. Returns at once. */
    public void add(ObjectBuffer part) {
        number++;
        bytes += part.size();
        int own = number;
        last = last.thenCompose(before -> pool.run(() -> upload(own, part)))
                .whenComplete((done, failure) -> part.close());
    }

    private boolean upload(int own, ObjectBuffer part) {
        try {
            parts.add(multipart.part(key, id.join(), own, part, 0, part.size()));
        } catch (UploadGone e) {
            // Another owner of the partition has aborted the upload; what follows is found out at completion.
            LOG.debug("{} is gone", key, e);
            gone = true;
        }
        return gone;
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
            abandoned.add(key, id.join());
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
        requests.describe(key, completed.get(), object.metadata());
    }

    private String makeObject(SealedObject object, Condition condition) {
        if (gone) {
            throw new UploadGone(key, new IllegalStateException("another writer has aborted it"));
        }
        List<CompletedPart> all = new ArrayList<>(parts);
        long rest = object.content().size();
        if (rest > 0) {
            all.add(multipart.part(key, id.join(), number + 1, object.content(), 0, rest));
        }
        try {
            return multipart.complete(key, id.join(), all, condition);
        } catch (UploadGone e) {
            // The answer to an earlier attempt may have been lost.
            return requests.head(key)
                    .filter(existing -> existing.end().isEmpty() && existing.bytes() == bytes + rest)
                    .map(Existing::tag)
                    .orElseThrow(() -> e);
        }
    }
}
