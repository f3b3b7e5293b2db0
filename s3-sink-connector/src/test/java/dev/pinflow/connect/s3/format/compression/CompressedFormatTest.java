package dev.pinflow.connect.s3.format.compression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.format.RecordFormat;
import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import dev.pinflow.connect.s3.format.Written;
import dev.pinflow.connect.s3.format.bytes.BytesFormat;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedFormatTest {
    private static final RecordFormat PLAIN = new BytesFormat(RecordPart.VALUE, ".bin", "\n".getBytes(UTF_8));

    @ParameterizedTest
    @CsvSource({"NONE, .bin", "GZIP, .bin.gz", "ZSTD, .bin.zst"})
    void saysInTheNameHowToRead(Compression compression, String extension) {
        assertThat(CompressedFormat.of(PLAIN, compression, -1).extension()).isEqualTo(extension);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void isReadBackByOthers(Compression compression) throws IOException {
        for (int size : new int[] {0, 1, 5_000, 16_384, 128 * 1024 - 1, 1_000_000}) {
            byte[] value = random(size);
            byte[] object = Written.bytes(CompressedFormat.of(PLAIN, compression, -1), of(value), of(new byte[0]));
            assertThat(new String(unpacked(compression, object), UTF_8)).isEqualTo(new String(value, UTF_8) + "\n\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 6, 9})
    void makesTheSameGzipBytesAsJava(int level) throws IOException {
        byte[] value = random(300_000);
        assertThat(Written.bytes(CompressedFormat.of(PLAIN, Compression.GZIP, level), of(value)))
                .isEqualTo(javasGzip(value, level));
    }

    @Test
    void tellsWhatWaitsAndFreesNativeMemoryOnClose() throws IOException {
        RecordWriter writer =
                CompressedFormat.of(PLAIN, Compression.GZIP, -1).open(of(""), new ByteArrayOutputStream());
        writer.stage(of(new byte[100]));
        writer.append();
        assertThat(writer.heldBytes()).isEqualTo(101);
        writer.stage(of(random(100_000)));
        writer.append();
        writer.close();
        writer.close();
        writer.stage(of(random(100_000)));
        assertThatThrownBy(writer::append).hasMessageContaining("Deflater has been closed");
    }

    @Test
    void canBeClosedBeforeAndAfterItIsFinished() throws IOException {
        for (Compression compression : Compression.values()) {
            CompressedFormat.of(PLAIN, compression, -1)
                    .open(of(""), new ByteArrayOutputStream())
                    .close();
            RecordWriter writer = CompressedFormat.of(PLAIN, compression, -1).open(of(""), new ByteArrayOutputStream());
            writer.finish();
            writer.close();
        }
    }

    @Test
    void leavesNoTraceOfARecordThatCannotBeWritten() throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        RecordWriter writer = CompressedFormat.of(PLAIN, Compression.ZSTD, -1).open(of(""), object);
        assertThatThrownBy(() -> writer.stage(of("text"))).isInstanceOf(DataException.class);
        writer.stage(of("b".getBytes(UTF_8)));
        writer.append();
        writer.finish();
        assertThat(unpacked(Compression.ZSTD, object.toByteArray())).isEqualTo("b\n".getBytes(UTF_8));
    }

    private static byte[] javasGzip(byte[] value, int level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes) {
            {
                def = new Deflater(level, true);
            }
        }) {
            out.write(value);
            out.write('\n');
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(Compression compression, byte[] object) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(object);
        try (InputStream plain = switch (compression) {
            case NONE -> in;
            case GZIP -> new GZIPInputStream(in);
            case ZSTD -> new ZstdInputStream(in);
        }) {
            return plain.readAllBytes();
        }
    }

    /** Text that compresses somewhat. */
    private static byte[] random(int size) {
        Random random = new Random(size);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(8));
        }
        return bytes;
    }

    private static SinkRecord of(Object value) {
        return new SinkRecord("t", 0, null, null, null, value, 0);
    }
}
