package dev.pinflow.streams.cleaning;

import dev.pinflow.contract.cleaning.Rejected;

/** Why a record goes to the rejected topic, by the contract's rules or by the curated schema. */
record Rejection(String reason, String field, String message) {
    static Rejection of(Rejected rejected) {
        return new Rejection(rejected.reason().code(), rejected.field(), rejected.message());
    }

    static Rejection of(NotEncodableException e) {
        return new Rejection(RejectedHeaders.NOT_ENCODABLE, "", e.getMessage());
    }

    static Rejection tooLarge(String topic, TopicLimit limit) {
        return new Rejection(
                RejectedHeaders.TOO_LARGE,
                "",
                "The cleaned record is larger than the " + limit.maxBytes() + " bytes that the topic " + topic
                        + " takes: raise its max.message.bytes and replay the record, or post it shorter.");
    }
}
