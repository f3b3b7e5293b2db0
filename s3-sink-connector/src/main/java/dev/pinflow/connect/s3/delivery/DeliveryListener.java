package dev.pinflow.connect.s3.delivery;

/** Is told what happens to records, by the task's thread. */
public interface DeliveryListener {
    /** Open objects of a topic partition are complete and go to S3. */
    void rotated(RotationCause cause, int objects);

    /**
     * How things are after a put.
     *
     * @param openObjects that take records
     * @param offsetsNotDurable consumed and not durable yet, over all partitions
     */
    void state(int openObjects, long offsetsNotDurable);

    /** A record was set aside or passed over, since it cannot be written. */
    void unwritable();
}
