package dev.pinflow.connect.s3.format.avro;

import io.airlift.compress.bzip2.BZip2HadoopStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.Codec;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;

/** An Avro file as Avro's own reader shows it. */
record AvroRecordsOf(Schema schema, List<String> rows, String codec) {
    static {
        CodecFactory.addCodec("bzip2", new Bzip2());
    }

    static AvroRecordsOf file(byte[] content) {
        try (DataFileReader<Object> reader =
                new DataFileReader<>(new SeekableByteArrayInput(content), new GenericDatumReader<>())) {
            List<String> rows = new ArrayList<>();
            reader.forEach(row -> rows.add(String.valueOf(row)));
            return new AvroRecordsOf(reader.getSchema(), rows, reader.getMetaString("avro.codec"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Avro's own would need commons-compress. */
    private static final class Bzip2 extends CodecFactory {
        @Override
        protected Codec createInstance() {
            return new Codec() {
                @Override
                public String getName() {
                    return "bzip2";
                }

                @Override
                public ByteBuffer compress(ByteBuffer plain) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public ByteBuffer decompress(ByteBuffer packed) throws IOException {
                    InputStream in = new ByteArrayInputStream(
                            packed.array(), packed.arrayOffset() + packed.position(), packed.remaining());
                    return ByteBuffer.wrap(
                            new BZip2HadoopStreams().createInputStream(in).readAllBytes());
                }

                @Override
                public int hashCode() {
                    return 1;
                }

                @Override
                public boolean equals(Object other) {
                    return other != null && getClass() == other.getClass();
                }
            };
        }
    }
}
