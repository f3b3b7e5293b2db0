package dev.pinflow.stack.s3;

/** Ways in which a store fails a request. */
public enum Fault {
    /** Answers 500 InternalError; the store does not see the request. */
    INTERNAL_ERROR,
    /** Answers 503 SlowDown; the store does not see the request. */
    SLOW_DOWN,
    /** Says nothing for as long as hangs last, then closes the connection; the store does not see the request. */
    HANG,
    /** Closes the connection without an answer; the store does not see the request. */
    HANG_UP,
    /** Passes the request on and closes the connection instead of passing the answer back. */
    LOSE_ANSWER,
    /** Passes the request on, says nothing for as long as hangs last, then closes the connection. */
    WITHHOLD_ANSWER
}
