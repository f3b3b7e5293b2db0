package dev.pinflow.connect.s3.delivery;

/** Is told what happens to records, by the task's thread. */
public interface DeliveryListener {
    /** Open objects of a topic partition are complete and go to S3. */
    void rotated(RotationCause cause, int objects);

    /** A record was set aside or passed over, since it cannot be written. */
    void unwritable();
}
