package dev.pinflow.connect.s3.format.parquet;

import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.IOException;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.parquet.hadoop.ParquetWriter;

final class ParquetRows implements RecordWriter {
    private final ParquetWriter<Struct> writer;
    private final LogicalValues logicalValues;
    private Struct staged;

    /** @param logicalValues checks the values of the rows' schema */
    ParquetRows(ParquetWriter<Struct> writer, LogicalValues logicalValues) {
        this.writer = writer;
        this.logicalValues = logicalValues;
    }

    @Override
    public void stage(SinkRecord sinkRecord) {
        if (!(sinkRecord.value() instanceof Struct struct)) {
            throw new DataException("Parquet takes structs, but the record's value is none");
        }
        // A row that fails half-way would damage the file, so everything that can fail is checked first.
        struct.validate();
        logicalValues.check(struct);
        staged = struct;
    }

    @Override
    public void append() throws IOException {
        writer.write(staged);
    }

    @Override
    public long heldBytes() {
        return writer.getDataSize();
    }

    @Override
    public void finish() throws IOException {
        writer.close();
    }
}
