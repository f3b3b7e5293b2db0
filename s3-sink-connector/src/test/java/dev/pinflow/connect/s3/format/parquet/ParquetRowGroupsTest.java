package dev.pinflow.connect.s3.format.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ParquetRowGroupsTest {
    private static final int ROW_GROUP_BYTES = 1 << 20;
    private static final int BLOB_BYTES = 20_000;
    private static final Schema SCHEMA = SchemaBuilder.struct()
            .field("number", Schema.INT32_SCHEMA)
            .field("blob", Schema.BYTES_SCHEMA)
            .build();

    private final Random random = new Random(3);
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @Test
    void writesRowGroupsThatReadBackWholeAndHoldsNoMoreThanOne() throws IOException {
        RecordWriter writer = open();
        for (int i = 0; i < 300; i++) {
            add(writer, i);
            assertThat(writer.heldBytes()).isLessThanOrEqualTo(ROW_GROUP_BYTES + 2 * BLOB_BYTES);
        }
        writer.finish();
        assertThat(ParquetRowsOf.rowGroups(file.toByteArray())).isGreaterThan(4);
        assertThat(ParquetRowsOf.file(file.toByteArray()))
                .hasSize(300)
                .element(299)
                .asString()
                .startsWith("number: 299\n");
    }

    @Test
    void countsWhatIsWrittenAndWhatIsHeldOnce() throws IOException {
        RecordWriter writer = open();
        for (int i = 1; i <= 300; i++) {
            add(writer, i);
            long bytes = (long) i * BLOB_BYTES;
            assertThat(file.size() + writer.heldBytes()).isCloseTo(bytes, within(bytes / 100 + BLOB_BYTES));
        }
        long before = file.size() + writer.heldBytes();
        writer.finish();
        assertThat((long) file.size()).isCloseTo(before, Percentage.withPercentage(1));
    }

    @Test
    void holdsNothingBeforeTheFirstRow() {
        assertThat(open().heldBytes()).isZero();
    }

    private RecordWriter open() {
        SinkRecord first = new SinkRecord("t", 0, null, null, SCHEMA, new Struct(SCHEMA), 0);
        return new ParquetFormat(RecordPart.VALUE, ParquetCodec.SNAPPY, ROW_GROUP_BYTES).open(first, file);
    }

    private void add(RecordWriter writer, int number) throws IOException {
        byte[] blob = new byte[BLOB_BYTES];
        random.nextBytes(blob);
        Struct row = new Struct(SCHEMA).put("number", number).put("blob", blob);
        writer.stage(new SinkRecord("t", 0, null, null, SCHEMA, row, number));
        writer.append();
    }
}
