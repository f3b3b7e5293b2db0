package dev.pinflow.stack.s3;

import java.util.Optional;

/** Decides which requests fail. Called by several threads at once, once for each request before it is passed on. */
@FunctionalInterface
public interface Faults {
    /**
     * The fault that the request meets; empty when it is passed on as it is.
     *
     * @param method such as {@code PUT}
     * @param target the request's path and query as the client has sent them
     */
    Optional<Fault> of(String method, String target);

    /** All goes well. */
    static Faults none() {
        return (method, target) -> Optional.empty();
    }

    /**
     * A share of all requests fails, in all ways alike. What happens to the n-th try of a request is told by the seed
     * alone, in whatever order requests come: with one seed, the same requests fail in the same way again.
     *
     * @param percent share of the requests that fail, from 0 to 100
     */
    static Faults random(long seed, int percent) {
        return new RandomFaults(seed, percent);
    }
}
