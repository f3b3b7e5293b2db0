package dev.pinflow.ingest.produce;

/** An HTTP answer: status and JSON body. */
record Answer(int status, String body) {}
