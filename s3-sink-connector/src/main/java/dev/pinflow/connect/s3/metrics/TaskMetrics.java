package dev.pinflow.connect.s3.metrics;

import dev.pinflow.connect.s3.delivery.DeliveryListener;
import dev.pinflow.connect.s3.delivery.RotationCause;
import dev.pinflow.connect.s3.upload.UploadListener;

public final class TaskMetrics implements DeliveryListener, UploadListener {
    @Override
    public void rotated(RotationCause cause, int objects) {}

    @Override
    public void unwritable() {}

    @Override
    public void uploaded(int objects, long bytes, long nanos) {}

    @Override
    public void putOff() {}
}
