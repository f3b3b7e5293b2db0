package dev.pinflow.connect.s3.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    },
    KEY {
        @Override
        public Object of(SinkRecord sinkRecord) {
            return sinkRecord.key();
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
                entry.put("value", Values.convertToString(header.schema(), header.value()));
                headers.add(entry);
            }
            return Map.of("headers", headers);
        }
    };

    /** The part itself; null when the record's key or value is null. */
    public abstract Object of(SinkRecord sinkRecord);
}
