package dev.pinflow.cli.sample;

/** What a stream of random values is for. Each has numbers of its own, so that a change to one leaves the others. */
enum Subject {
    ACCOUNT(1),
    ACCOUNT_OF_POST(2),
    TIMESTAMP(3),
    TIMESTAMP_ORDER(4),
    FLAWS_ORDER(5),
    PIN(6);

    private final long salt;

    Subject(long salt) {
        this.salt = salt;
    }

    long salt() {
        return salt;
    }
}
