package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.feed.Posting;
import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.sampling.SamplingConfig;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes the records of a posting, one for each table, in the order of the configuration. */
public final class PostingRecords {
    private final List<String> topics;
    private final KeyMode keyMode;
    private final PostingHeaders headers;

    /**
     * Records of one emulation.
     *
     * @param tableNames the last parts of the topics, in the order of the tables
     */
    public PostingRecords(RecordsConfig records, List<String> tableNames, SamplingConfig sampling) {
        this.topics = records.topics(tableNames);
        this.keyMode = records.key();
        this.headers = new PostingHeaders(records.headers(), sampling);
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
        String key = keyMode.of(posting.position());
        ConnectHeaders provenance = headers.of(number);
        int last = topics.size() - 1;
        for (int table = 0; table <= last; table++) {
            records.add(new SourceRecord(
                    partition,
                    whole || table == last ? after : before,
                    topics.get(table),
                    null,
                    keyMode.schema(),
                    key,
                    schemas.get(table),
                    posting.values().get(table),
                    timestamp,
                    provenance.duplicate()));
        }
    }
}
