package dev.pinflow.cli.rejected;

/** What a replay does about a rejected record. */
enum Fate {
    /** It is written to its raw topic. */
    REPLAYED("%,d"),
    /** Its raw topic has it already. */
    REPLAYED_BEFORE("%,d left out that were replayed before (--again replays them once more)"),
    /** Nobody can tell, because the raw topic has forgotten what was written to it after the raw record. */
    FORGOTTEN("%,d left out that are older than what their raw topic holds, so that nobody can tell whether they were"
            + " replayed (--again replays them)"),
    /** It was replayed as often as is allowed, and rejected each time. */
    OUT_OF_ATTEMPTS("%,d left out that have had their attempts (--max-attempts allows more)"),
    /** The rejected topic could not take its content. */
    WITHOUT_CONTENT("%,d left out whose content was too large for the rejected topic: the raw topic and S3 have it"),
    /** Its raw topic refuses it, since the headers of a replay add to its size. */
    TOO_LARGE("%,d refused as larger than their raw topic's max.message.bytes: raise it by 1,024 and replay again");

    private final String sentence;

    Fate(String sentence) {
        this.sentence = sentence;
    }

    /** How the number of such records is told; to be formatted with that number. */
    String sentence() {
        return sentence;
    }
}
