package dev.pinflow.streams.cleaning;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.cleaning.Cleaner;
import dev.pinflow.contract.cleaning.CleaningResult;
import dev.pinflow.contract.cleaning.Curated;
import dev.pinflow.contract.cleaning.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Forwards each raw record exactly once: to the curated sink or to the rejected sink. */
final class CleaningProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final Entity entity;
    private final Cleaner cleaner;
    private final Destinations destinations;
    private final Supplier<Serializer<GenericRecord>> serializers;
    private final CleaningCounts counts;
    private ProcessorContext<byte[], byte[]> context;
    private CuratedEncoder encoder;

    CleaningProcessor(
            Entity entity,
            Destinations destinations,
            Supplier<Serializer<GenericRecord>> serializers,
            CleaningCounts counts) {
        this.entity = entity;
        this.cleaner = Cleaner.of(entity);
        this.destinations = destinations;
        this.serializers = serializers;
        this.counts = counts;
    }

    /** Only a processor that is initialised is closed: Kafka Streams constructs some that it never uses. */
    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.encoder = new CuratedEncoder(serializers.get());
    }

    @Override
    public void process(Record<byte[], byte[]> raw) {
        counts.add(new CleaningCounts.Event.Received(entity), 1);
        boolean done = false;
        try {
            clean(raw);
            done = true;
        } finally {
            if (!done) {
                counts.add(new CleaningCounts.Event.GivenBack(entity), 1);
            }
        }
    }

    private void clean(Record<byte[], byte[]> raw) {
        CleaningResult result = cleaner.clean(raw.value());
        if (result instanceof Curated curated) {
            forwardCurated(raw, curated);
        } else if (result instanceof Rejected rejected) {
            forwardRejected(raw, Rejection.of(rejected));
        }
    }

    private void forwardCurated(Record<byte[], byte[]> raw, Curated curated) {
        Headers headers = new RecordHeaders(raw.headers());
        byte[] value;
        try {
            value = encoder.encode(destinations.curatedTopic(), headers, curated.record());
        } catch (NotEncodableException e) {
            forwardRejected(raw, Rejection.of(e));
            return;
        }
        byte[] key = Integer.toString(curated.ind()).getBytes(StandardCharsets.US_ASCII);
        if (!destinations.curatedLimit().takes(key, value, headers)) {
            forwardRejected(raw, Rejection.tooLarge(destinations.curatedTopic(), destinations.curatedLimit()));
            return;
        }
        context.forward(new Record<>(key, value, raw.timestamp(), headers), destinations.curatedNode());
        count(curated);
    }

    private void count(Curated curated) {
        counts.add(new CleaningCounts.Event.Curated(entity), 1);
        if (curated.ignoredMembers() > 0) {
            counts.add(new CleaningCounts.Event.IgnoredMember(entity), curated.ignoredMembers());
        }
        for (String defect : curated.defects()) {
            int colon = defect.indexOf(':');
            counts.add(
                    new CleaningCounts.Event.Defect(entity, defect.substring(0, colon), defect.substring(colon + 1)),
                    1);
        }
    }

    private void forwardRejected(Record<byte[], byte[]> raw, Rejection rejection) {
        RecordMetadata origin = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A record from a source has an origin."));
        Headers headers = RejectedHeaders.of(raw.headers(), origin, raw.timestamp(), rejection);
        if (destinations.rejectedLimit().takes(raw.key(), raw.value(), headers)) {
            context.forward(raw.withHeaders(headers), destinations.rejectedNode());
        } else {
            context.forward(withoutContent(raw, headers), destinations.rejectedNode());
        }
        counts.add(new CleaningCounts.Event.Rejected(entity, rejection.reason()), 1);
    }

    /** Only what producers compress better than ours can be this large; the raw topic keeps it. */
    private static Record<byte[], byte[]> withoutContent(Record<byte[], byte[]> raw, Headers headers) {
        long bytes = length(raw.key()) + length(raw.value());
        return new Record<>(null, null, raw.timestamp(), RejectedHeaders.withoutContent(headers, bytes));
    }

    private static long length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
