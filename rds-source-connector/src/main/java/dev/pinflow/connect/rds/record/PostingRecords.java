package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.reading.PostingRows;
import dev.pinflow.connect.rds.sampling.SamplingConfig;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes the records of a posting, one for each table, in the order of the configuration. */
public final class PostingRecords {
    private final List<String> topics;
    private final boolean keyed;
    private final PostingHeaders headers;

    /**
     * Records of one emulation.
     *
     * @param tableNames the last parts of the topics, in the order of the tables
     */
    public PostingRecords(RecordsConfig records, List<String> tableNames, SamplingConfig sampling) {
        this.topics = records.topics(tableNames);
        this.keyed = records.key() == KeyMode.INDEX;
        this.headers = new PostingHeaders(records.headers(), sampling);
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
        Schema keySchema = keyed ? Schema.STRING_SCHEMA : null;
        String key = keyed ? Long.toString(position) : null;
        ConnectHeaders provenance = headers.of(posting);
        int last = topics.size() - 1;
        for (int table = 0; table <= last; table++) {
            records.add(new SourceRecord(
                    partition,
                    table == last ? after : before,
                    topics.get(table),
                    null,
                    keySchema,
                    key,
                    rows.schema(table),
                    rows.value(table, position),
                    timestamp,
                    provenance.duplicate()));
        }
    }
}
