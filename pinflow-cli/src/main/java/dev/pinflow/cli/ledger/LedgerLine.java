package dev.pinflow.cli.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of the records of one raw topic.
 *
 * @param topic the raw topic
 * @param posted what the source says that it posted; null when no source was asked
 * @param ingested records in the raw topic that came in over HTTP and are no replays
 * @param replayed records in the raw topic that were rejected before, however they once came in
 * @param records committed records in the raw topic
 * @param inS3 records in the raw topic's objects
 * @param curated committed records in the curated topic
 * @param rejected committed records in the rejected topic that came from this raw topic
 * @param curatedInS3 records in the curated topic's objects
 */
public record LedgerLine(
        String topic,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long posted,
        long ingested,
        long replayed,
        long records,
        long inS3,
        long curated,
        long rejected,
        long curatedInS3) {

    /** Whether every record is accounted for at every station. */
    public boolean balances() {
        return (posted == null || posted + ingested + replayed == records)
                && records == inS3
                && records == curated + rejected
                && curated == curatedInS3;
    }
}
