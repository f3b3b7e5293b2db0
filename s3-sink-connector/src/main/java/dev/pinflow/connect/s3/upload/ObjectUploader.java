package dev.pinflow.connect.s3.upload;

/** Makes objects durable. */
@FunctionalInterface
public interface ObjectUploader {
    /**
     * Returns when the object is durable under its key; an older object of that key is replaced as a whole.
     *
     * @throws org.apache.kafka.connect.errors.RetriableException when the store may take the object later; its own
     *     bounded retries are over by then and nothing is left half-uploaded
     * @throws org.apache.kafka.connect.errors.ConnectException when it never will as things are configured
     */
    void upload(SealedObject object);
}
