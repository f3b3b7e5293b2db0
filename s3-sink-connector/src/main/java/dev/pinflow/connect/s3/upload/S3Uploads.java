package dev.pinflow.connect.s3.upload;

import dev.pinflow.connect.s3.client.StorageConfig;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;

/** Uploads on threads of its own, several objects at a time. */
public final class S3Uploads implements ObjectUploads, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(S3Uploads.class);

    private final S3Requests requests;
    private final MultipartRequests multipart;
    private final UploadPool pool;
    private final AbandonedUploads abandoned;
    private final StaleUploads stale;
    private final ConditionalWriter writer;
    private final UploadConfig config;
    private final UploadListener listener;
    private final long partBytes;
    private final Set<EarlyParts> unfinished = ConcurrentHashMap.newKeySet();

    /**
     * @param s3 closed with this
     * @param deterministic whether object boundaries depend on the records alone
     */
    public S3Uploads(
            S3Client s3, StorageConfig storage, UploadConfig config, boolean deterministic, UploadListener listener) {
        this.config = config;
        this.listener = listener;
        this.partBytes = storage.partBytes();
        this.requests = new S3Requests(s3, storage);
        this.pool = new UploadPool(config, listener::putOff);
        this.multipart = new MultipartRequests(s3, storage);
        this.abandoned = new AbandonedUploads(multipart, pool);
        this.stale = new StaleUploads(multipart, abandoned, pool);
        this.writer = new ConditionalWriter(
                requests,
                new ObjectSender(requests, multipart, abandoned, storage.partBytes(), stale::await),
                config.conditional(),
                deterministic);
    }

    /**
     * Fails when the bucket does not exist; a store that does not answer is left to the first upload.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException naming the bucket
     */
    public void requireBucket() {
        requests.requireBucket();
    }

    @Override
    public CompletableFuture<Long> write(SealedSet set) {
        CompletableFuture<?>[] parts = set.all().stream()
                .flatMap(object -> object.early().stream())
                .map(EarlyParts::settled)
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(parts)
                .thenCompose(settled -> pool.run(() -> timed(set)))
                .thenCompose(through -> withoutLeftOvers(set).thenApply(done -> through))
                .whenComplete((through, failure) -> {
                    set.all().forEach(SealedObject::release);
                    if (failure != null) {
                        set.all().forEach(object -> object.early().ifPresent(EarlyParts::abandon));
                    }
                });
    }

    @Override
    public EarlyParts begin(String key, RecordOrigin origin) {
        return new EarlyParts(
                new EarlyParts.Uploading(requests, multipart, abandoned, pool, partBytes),
                key,
                origin,
                unfinished,
                () -> stale.await(key));
    }

    @Override
    public void take(ObjectFamily family) {
        if (config.abortsStale()) {
            stale.abort(family);
        }
    }

    @Override
    public void close() {
        pool.close();
        unfinished.forEach(EarlyParts::abort);
        abandoned.close(config.shutdown().toMillis());
        requests.close();
    }

    /** Only objects that go up in parts can leave something behind. */
    private CompletableFuture<?> withoutLeftOvers(SealedSet set) {
        List<String> large = set.all().stream()
                .filter(object -> object.bytes() >= partBytes || object.early().isPresent())
                .map(SealedObject::key)
                .toList();
        if (large.isEmpty() || !config.abortsStale()) {
            return CompletableFuture.completedFuture(large);
        }
        return pool.run(() -> {
                    large.forEach(stale::abortOf);
                    return large;
                })
                .exceptionally(failure -> {
                    LOG.warn("Unfinished uploads of {} are not looked for: {}", large, failure.getMessage());
                    return large;
                });
    }

    private long timed(SealedSet set) {
        if (set.isCancelled()) {
            throw new ConnectException("The records of " + set.anchor().key() + " belong to another task now");
        }
        long start = System.nanoTime();
        long bytes = set.bytes();
        long through = writer.write(set);
        if (through == set.offsets().last()) {
            requests.tag(set.anchor());
        }
        listener.uploaded(set.all().size(), bytes, System.nanoTime() - start);
        return through;
    }
}
