package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.upload.ObjectUploader;
import dev.pinflow.connect.s3.upload.SealedObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.connect.errors.RetriableException;

/**
 * Keeps a store that hangs from blocking the task for one time-out per partition: the consumer would miss
 * max.poll.interval.ms (5 minutes by default) and lose its partitions. Once an upload has failed late in a put, the
 * other uploads of that put are left to later attempts without asking the store.
 */
final class PatientUploader implements ObjectUploader {
    private static final Duration LATE = Duration.ofMinutes(1);

    private final ObjectUploader store;
    private final InstantSource clock;
    private Instant putBegan = Instant.EPOCH;
    private boolean hanging;

    PatientUploader(ObjectUploader store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    void beginPut(Instant now) {
        putBegan = now;
        hanging = false;
    }

    @Override
    public void upload(SealedObject object) {
        if (hanging) {
            throw new RetriableException("S3 was not asked to take " + object.key()
                    + " for now, as it took too long to refuse another object.");
        }
        try {
            store.upload(object);
        } catch (RetriableException e) {
            hanging = Duration.between(putBegan, clock.instant()).compareTo(LATE) > 0;
            throw e;
        }
    }
}
