package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.sampling.SamplingConfig;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Header;

/** The headers that tell where a record comes from: the number of its posting, the mode and the seed. */
final class PostingHeaders {
    static final String POSTING = "pinflow.posting";
    static final String SEED = "pinflow.seed";
    static final String MODE = "pinflow.mode";

    private final boolean enabled;

    /** Those that all records have. A header cannot change, only a list of headers can. */
    private final List<Header> common = new ArrayList<>();

    PostingHeaders(boolean enabled, SamplingConfig sampling) {
        this.enabled = enabled;
        ConnectHeaders made = new ConnectHeaders();
        made.addString(MODE, sampling.mode().toString());
        if (sampling.mode().isSeeded()) {
            made.addLong(SEED, sampling.seed());
        }
        made.forEach(common::add);
    }

    /**
     * The headers of one record of a posting; empty if records carry none. The posting's further records need a
     * {@linkplain ConnectHeaders#duplicate() duplicate} each, because a transform may change a record's headers.
     */
    ConnectHeaders of(long posting) {
        ConnectHeaders made = new ConnectHeaders();
        if (enabled) {
            made.addLong(POSTING, posting);
            common.forEach(made::add);
        }
        return made;
    }
}
