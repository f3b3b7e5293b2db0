package dev.pinflow.cli.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.pinflow.cli.connect.ConnectRest;

/** What the source connector says that it posted: the sum over the offsets that it has committed. */
public final class PostedCounts {
    private static final String POSTED = "posted";

    private final ConnectRest rest;
    private final String connector;

    /** @param connector the source connector's name */
    public PostedCounts(ConnectRest rest, String connector) {
        this.rest = rest;
        this.connector = connector;
    }

    /** The postings, each of which is one record in every raw topic; 0 when the connector is not known. */
    public long postings() {
        JsonNode offsets = rest.offsets(connector).orElse(NullNode.getInstance());
        long postings = 0;
        for (JsonNode entry : offsets) {
            postings += entry.path("offset").path(POSTED).asLong();
        }
        return postings;
    }
}
