package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.feed.Posting;
import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.sampling.SamplingConfig;
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
        this.seeded = sampling.mode().isSeeded();
        this.mode = new SchemaAndValue(Schema.STRING_SCHEMA, sampling.mode().toString());
        this.seed = new SchemaAndValue(Schema.INT64_SCHEMA, sampling.seed());
    }

    /**
     * Adds a posting's records.
     *
     * <p>All but the last carry the offset from which the posting is still to come: if the worker dies between them, the
     * posting is repeated as a whole. Where transactions hold whole postings, all carry the offset after it, so that it
     * is stored even if a transformation drops the last record.
     *
     * @param posting complete
     * @param schemas of each table's values
     * @param whole whether the worker makes the posting's records take effect together
     * @param timestamp milliseconds since 1970
     */
    public void add(
            List<SourceRecord> records,
            Strides strides,
            Posting posting,
            List<Schema> schemas,
            boolean whole,
            long timestamp) {
        long number = posting.number();
        Map<String, String> partition = strides.partition(number);
        Map<String, Object> before = strides.before(number);
        Map<String, Object> after = strides.after(number);
        String key = Long.toString(posting.position());
        int last = topics.size() - 1;
        for (int table = 0; table <= last; table++) {
            records.add(new SourceRecord(
                    partition,
                    whole || table == last ? after : before,
                    topics.get(table),
                    null,
                    Schema.STRING_SCHEMA,
                    key,
                    schemas.get(table),
                    posting.values().get(table),
                    timestamp,
                    headers(number)));
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
