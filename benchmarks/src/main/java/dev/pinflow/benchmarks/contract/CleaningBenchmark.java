package dev.pinflow.benchmarks.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pinflow.cli.sample.SamplePosts;
import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.cleaning.Cleaner;
import dev.pinflow.contract.cleaning.Curated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Pins from JSON bytes to Avro bytes by the contract's rules, beside a bare parse and encode of the same record. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class CleaningBenchmark {
    private static final int PINS = 1000;

    private final Cleaner cleaner = Cleaner.of(Entity.PIN);
    private final JsonFactory json = new JsonFactory();
    private final GenericDatumWriter<GenericRecord> writer = new GenericDatumWriter<>(CuratedSchemas.of(Entity.PIN));
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final byte[][] raw = new byte[PINS][];
    private final GenericRecord[] cleaned = new GenericRecord[PINS];
    private BinaryEncoder encoder;
    private int next;

    @Setup
    public void generate() {
        SamplePosts posts = new SamplePosts(1, PINS);
        for (int i = 0; i < PINS; i++) {
            raw[i] = PostJson.of(posts.pin(i));
            cleaned[i] = ((Curated) cleaner.clean(raw[i])).record();
        }
    }

    @Benchmark
    public int cleanAndEncode() throws IOException {
        return encode(((Curated) cleaner.clean(raw[advance()])).record());
    }

    @Benchmark
    public int parseAndEncode() throws IOException {
        int pin = advance();
        int length = 0;
        try (JsonParser parser = json.createParser(raw[pin])) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    length += parser.getText().length();
                }
            }
        }
        return length + encode(cleaned[pin]);
    }

    private int advance() {
        next = next + 1 == PINS ? 0 : next + 1;
        return next;
    }

    private int encode(GenericRecord record) throws IOException {
        bytes.reset();
        encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
        writer.write(record, encoder);
        encoder.flush();
        return bytes.size();
    }
}
