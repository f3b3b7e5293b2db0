package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.reading.PostingRows;
import dev.pinflow.connect.rds.sampling.SamplingConfig;
import dev.pinflow.connect.rds.sampling.SamplingMode;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes the records of a posting, one for each table, in the order of the configuration. */
public final class PostingRecords {
    static final String POSTING_HEADER = "pinflow.posting";
    static final String SEED_HEADER = "pinflow.seed";
    static final String MODE_HEADER = "pinflow.mode";

    private final List<String> topics;
    private final boolean headers;
    private final boolean seeded;
    private final SchemaAndValue mode;
    private final SchemaAndValue seed;

    /**
     * Records of one emulation.
     *
     * @param tableNames the last parts of the topics, in the order of the tables
     */
    public PostingRecords(RecordsConfig records, List<String> tableNames, SamplingConfig sampling) {
        this.topics = records.topics(tableNames);
        this.headers = records.headers();
        this.seeded = sampling.mode() == SamplingMode.SAMPLE;
        this.mode = new SchemaAndValue(Schema.STRING_SCHEMA, sampling.mode().toString());
        this.seed = new SchemaAndValue(Schema.INT64_SCHEMA, sampling.seed());
    }

    /**
     * Adds a posting's records.
     *
     * <p>All but the last carry the offset from which the posting is still to come: if the worker dies between them, the
     * posting is repeated as a whole.
     *
     * @param rows holds a row at {@code position} in every table
     * @param timestamp milliseconds since 1970
     */
    public void add(
            List<SourceRecord> records,
            Strides strides,
            long posting,
            long position,
            PostingRows rows,
            long timestamp) {
        Map<String, String> partition = strides.partition(posting);
        Map<String, Long> before = strides.before(posting);
        Map<String, Long> after = strides.after(posting);
        String key = Long.toString(position);
        int last = topics.size() - 1;
        for (int table = 0; table <= last; table++) {
            records.add(new SourceRecord(
                    partition,
                    table == last ? after : before,
                    topics.get(table),
                    null,
                    Schema.STRING_SCHEMA,
                    key,
                    rows.schema(table),
                    rows.value(table, position),
                    timestamp,
                    headers(posting)));
        }
    }

    private ConnectHeaders headers(long posting) {
        ConnectHeaders made = new ConnectHeaders();
        if (headers) {
            made.add(POSTING_HEADER, posting, Schema.INT64_SCHEMA);
            made.add(MODE_HEADER, mode);
            if (seeded) {
                made.add(SEED_HEADER, seed);
            }
        }
        return made;
    }
}
