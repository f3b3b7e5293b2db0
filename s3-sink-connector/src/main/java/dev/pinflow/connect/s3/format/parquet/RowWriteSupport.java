package dev.pinflow.connect.s3.format.parquet;

import java.util.Map;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands rows to Parquet's column writers without a detour over another object model. */
final class RowWriteSupport extends WriteSupport<Object> {
    private final RowShape shape;
    private RecordConsumer consumer;

    RowWriteSupport(RowShape shape) {
        this.shape = shape;
    }

    @Override
    public String getName() {
        return "pinflow";
    }

    @Override
    @SuppressWarnings("deprecation") // abstract above, though never called with a ParquetConfiguration
    public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
        return new WriteContext(shape.message(), Map.of());
    }

    @Override
    public WriteContext init(org.apache.parquet.conf.ParquetConfiguration configuration) {
        return new WriteContext(shape.message(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(Object value) {
        shape.write(value, consumer);
    }
}
