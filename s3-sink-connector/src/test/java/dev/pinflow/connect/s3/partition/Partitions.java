package dev.pinflow.connect.s3.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.connect.s3.config.SinkConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;

/** Configured partitioners and records for them. */
final class Partitions {
    private static final Map<String, String> LEAST =
            Map.of("s3.bucket.name", "b", "format.class", "json", "flush.size", "3");

    private Partitions() {}

    static Map<String, String> options(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(LEAST);
        options.putAll(more);
        return options;
    }

    static Partitioner partitioner(Map<String, String> more) {
        Map<String, String> options = options(more);
        assertThat(SinkConfig.validate(options).configValues())
                .allSatisfy(value -> assertThat(value.errorMessages()).isEmpty());
        return PartitionConfig.from(new AbstractConfig(SinkConfig.definition(), options, false));
    }

    static SinkRecord sinkRecord(Schema schema, Object value) {
        return new SinkRecord("t", 3, null, null, schema, value, 0);
    }

    static SinkRecord at(long timestamp) {
        return at(timestamp, Map.of());
    }

    static SinkRecord at(long timestamp, Object value) {
        return new SinkRecord("t", 3, null, null, null, value, 0, timestamp, TimestampType.CREATE_TIME);
    }
}
