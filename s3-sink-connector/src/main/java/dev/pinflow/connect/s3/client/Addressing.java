package dev.pinflow.connect.s3.client;

/** Where a request names the bucket. */
enum Addressing {
    /** In the path: every store understands it; AWS has announced its end for new buckets but keeps it so far. */
    PATH,
    /** In the host name: AWS's own way; another store needs a DNS name per bucket for it. */
    HOST,
    /** In the host name of transfer acceleration: faster over long distances, billed extra, AWS only. */
    ACCELERATED
}
