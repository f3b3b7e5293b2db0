package dev.pinflow.connect.s3.upload;

import java.util.concurrent.CompletableFuture;

/** Makes objects durable while the task goes on. Called from the task's thread; no call waits for the store. */
public interface ObjectUploads {
    /**
     * Makes the objects of a name durable and releases what they hold. Sets that may not overtake each other are handed
     * over one after the other is done.
     *
     * @return done with the offset through which the records of this name are durable: mostly the set's last one; a
     *     higher one when another writer has written more; a lower one when the records after it have to be written
     *     under another name. Or failed with a {@link org.apache.kafka.connect.errors.ConnectException} when it cannot be
     *     done
     */
    CompletableFuture<Long> write(SealedSet set);

    /**
     * Begins to upload an object that still takes records.
     *
     * @param origin of its first record
     */
    EarlyParts begin(String key, RecordOrigin origin);

    /** Aborts what earlier owners of this topic partition have left unfinished; called before its first object. */
    void take(ObjectFamily family);
}
