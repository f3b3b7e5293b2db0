package dev.pinflow.connect.s3.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Values;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;

/** The part of a record that an object holds; an object has one line or row per record in every case. */
public enum RecordPart {
    VALUE {
        @Override
        public Object of(SinkRecord sinkRecord) {
            return sinkRecord.value();
        }

        @Override
        public Schema schema(SinkRecord sinkRecord) {
            return sinkRecord.valueSchema();
        }
    },
    KEY {
        @Override
        public Object of(SinkRecord sinkRecord) {
            return sinkRecord.key();
        }

        @Override
        public Schema schema(SinkRecord sinkRecord) {
            return sinkRecord.keySchema();
        }
    },
    /** {@code {"headers":[{"key":…,"value":…}]}} with the values as text; the list is empty without headers. */
    HEADERS {
        @Override
        public Object of(SinkRecord sinkRecord) {
            List<Map<String, String>> headers = new ArrayList<>();
            for (Header header : sinkRecord.headers()) {
                Map<String, String> entry = new LinkedHashMap<>();
                entry.put("key", header.key());
                entry.put("value", text(header));
                headers.add(entry);
            }
            return Map.of("headers", headers);
        }

        @Override
        public Schema schema(SinkRecord sinkRecord) {
            return LIST;
        }

        @Override
        public Object typed(SinkRecord sinkRecord) {
            List<Struct> headers = new ArrayList<>();
            for (Header header : sinkRecord.headers()) {
                headers.add(new Struct(HEADER).put("key", header.key()).put("value", text(header)));
            }
            return headers;
        }
    };

    private static final Schema HEADER = SchemaBuilder.struct()
            .field("key", Schema.STRING_SCHEMA)
            .field("value", Schema.OPTIONAL_STRING_SCHEMA)
            .build();

    private static final Schema LIST = SchemaBuilder.array(HEADER).build();

    /** The part itself; null when the record's key or value is null. */
    public abstract Object of(SinkRecord sinkRecord);

    /** The schema of {@link #typed}; null when the converter delivers none. */
    public abstract Schema schema(SinkRecord sinkRecord);

    /** The part as a value of its schema: headers are a list of structs here; null as in {@link #of}. */
    public Object typed(SinkRecord sinkRecord) {
        return of(sinkRecord);
    }

    private static String text(Header header) {
        return Values.convertToString(header.schema(), header.value());
    }
}
