package dev.pinflow.connect.s3.format.parquet;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Hands structs to Parquet's column writers without a detour over another object model. */
final class StructWriteSupport extends WriteSupport<Struct> {
    private final MessageType message;
    private final StructFields fields;
    private RecordConsumer consumer;

    StructWriteSupport(Schema schema) {
        this.message = ParquetTypes.message(schema);
        this.fields = new StructFields(schema);
    }

    @Override
    public String getName() {
        return "pinflow";
    }

    @Override
    @SuppressWarnings("deprecation") // abstract above, though never called with a ParquetConfiguration
    public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
        return new WriteContext(message, Map.of());
    }

    @Override
    public WriteContext init(org.apache.parquet.conf.ParquetConfiguration configuration) {
        return new WriteContext(message, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(Struct struct) {
        consumer.startMessage();
        fields.write(struct, consumer);
        consumer.endMessage();
    }
}
