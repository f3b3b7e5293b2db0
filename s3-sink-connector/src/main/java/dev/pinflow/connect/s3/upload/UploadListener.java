package dev.pinflow.connect.s3.upload;

/** Is told how uploads go, by several threads. */
public interface UploadListener {
    /**
     * Objects are durable.
     *
     * @param nanos from the first request to the last answer, pauses between attempts left out
     */
    void uploaded(int objects, long bytes, long nanos);

    /** An upload failed for now and will be tried again. */
    void putOff();
}
