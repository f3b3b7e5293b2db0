package dev.pinflow.benchmarks.s3;

import java.util.EnumMap;
import java.util.Map;

/** The requests of one run. May be used from any thread. */
final class Traffic {
    private static final int OK = 200;
    private static final int FIRST_BEYOND = 300;

    private final Map<RequestKind, Integer> requests = new EnumMap<>(RequestKind.class);
    private long bytes;
    private int failed;
    private int objects;
    private long lastObject;

    /**
     * Notes a request when its answer is there.
     *
     * @param length of its body
     */
    synchronized void add(RequestKind kind, long length, int status) {
        bytes += length;
        requests.merge(kind, 1, Integer::sum);
        if (status < OK || status >= FIRST_BEYOND) {
            failed++;
        } else if (kind.makesObject()) {
            objects++;
            lastObject = System.nanoTime();
        }
    }

    /** How many objects were made or replaced. */
    synchronized int objects() {
        return objects;
    }

    /** Of all requests' bodies together. */
    synchronized long bytes() {
        return bytes;
    }

    /** When the last object was made, as {@link System#nanoTime()} tells it. */
    synchronized long lastObject() {
        return lastObject;
    }

    /** All requests that are about an object, not a bucket, per object made. */
    synchronized double perObject() {
        int all = requests.values().stream().mapToInt(Integer::intValue).sum();
        return (double) (all - requests.getOrDefault(RequestKind.BUCKET, 0)) / Math.max(1, objects);
    }

    @Override
    public synchronized String toString() {
        return requests + (failed == 0 ? "" : ", " + failed + " of them failed");
    }
}
