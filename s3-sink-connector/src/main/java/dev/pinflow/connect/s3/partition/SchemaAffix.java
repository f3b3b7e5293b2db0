package dev.pinflow.connect.s3.partition;

import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;

/** Whether and where the name of the value's schema shows in keys, as {@code schema_name=<name>}. */
enum SchemaAffix {
    /** Nowhere: records of all schemas share their folders. */
    NONE {
        @Override
        Partitioner around(Partitioner partitioner, String delimiter) {
            return partitioner;
        }
    },
    /** Before the encoded partition: readers of one schema list one folder. */
    PREFIX {
        @Override
        Partitioner around(Partitioner partitioner, String delimiter) {
            PathElements elements = new PathElements(delimiter, LABEL, "");
            String[] texts = new String[2];
            return (sinkRecord, now) -> {
                texts[0] = schemaName(sinkRecord);
                texts[1] = partitioner.encode(sinkRecord, now);
                return elements.join(texts);
            };
        }
    },
    /** After the encoded partition: readers of a time or value find all schemas of it in one folder. */
    SUFFIX {
        @Override
        Partitioner around(Partitioner partitioner, String delimiter) {
            PathElements elements = new PathElements(delimiter, "", LABEL);
            String[] texts = new String[2];
            return (sinkRecord, now) -> {
                texts[0] = partitioner.encode(sinkRecord, now);
                texts[1] = schemaName(sinkRecord);
                return elements.join(texts);
            };
        }
    };

    private static final String LABEL = "schema_name=";

    /** The partitioner, with the schema's name added to what it says. */
    abstract Partitioner around(Partitioner partitioner, String delimiter);

    static Optional<SchemaAffix> named(String text) {
        return Arrays.stream(values())
                .filter(affix -> affix.name().equals(text))
                .findFirst();
    }

    private static String schemaName(SinkRecord sinkRecord) {
        Schema schema = sinkRecord.valueSchema();
        return schema == null ? "null" : String.valueOf(schema.name());
    }
}
