package dev.pinflow.connect.s3.format.compression;

import dev.pinflow.connect.s3.format.RecordFormat;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.OutputStream;
import org.apache.kafka.connect.sink.SinkRecord;

/** Another format's objects, compressed as a whole. What comes out depends on the records alone, not on the moment. */
public final class CompressedFormat implements RecordFormat {
    private final RecordFormat plain;
    private final Compression compression;
    private final int level;

    private CompressedFormat(RecordFormat plain, Compression compression, int level) {
        this.plain = plain;
        this.compression = compression;
        this.level = level;
    }

    /** @param level of gzip: 0 (stored) to 9 (smallest), or -1 for zlib's own choice, which is 6 */
    public static RecordFormat of(RecordFormat plain, Compression compression, int level) {
        return compression == Compression.NONE ? plain : new CompressedFormat(plain, compression, level);
    }

    @Override
    public String extension() {
        return plain.extension() + compression.extension();
    }

    @Override
    public RecordWriter open(SinkRecord first, OutputStream target) {
        CompressedOutput output =
                compression == Compression.GZIP ? new GzipOutput(target, level) : new ZstdOutput(target);
        return new CompressedRecords(plain.open(first, output), output);
    }
}
