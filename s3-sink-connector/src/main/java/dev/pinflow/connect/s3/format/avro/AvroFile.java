package dev.pinflow.connect.s3.format.avro;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * An object container file (Avro specification 1.12). Avro's own writer would need two more libraries for its codecs,
 * and draws its sync marker at random.
 */
final class AvroFile {
    private final OutputStream target;
    private final AvroCodec codec;
    private final byte[] sync;
    private final BinaryEncoder encoder;

    /** @param sync 16 bytes that separate the blocks */
    AvroFile(OutputStream target, AvroCodec codec, byte[] sync) {
        this.target = target;
        this.codec = codec;
        this.sync = sync;
        this.encoder = EncoderFactory.get().directBinaryEncoder(target, null);
    }

    void writeHeader(String schema) throws IOException {
        target.write(DataFileConstants.MAGIC);
        encoder.writeMapStart();
        encoder.setItemCount(2);
        encoder.startItem();
        encoder.writeString(DataFileConstants.CODEC);
        encoder.writeBytes(codec.configured().getBytes(StandardCharsets.UTF_8));
        encoder.startItem();
        encoder.writeString(DataFileConstants.SCHEMA);
        encoder.writeBytes(schema.getBytes(StandardCharsets.UTF_8));
        encoder.writeMapEnd();
        target.write(sync);
    }

    void writeBlock(BlockBuffer rows) throws IOException {
        byte[] packed = codec.pack(rows.array(), rows.length());
        encoder.writeLong(rows.rows());
        encoder.writeLong(packed.length);
        target.write(packed);
        target.write(sync);
    }
}
