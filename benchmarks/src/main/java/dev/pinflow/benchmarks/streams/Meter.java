package dev.pinflow.benchmarks.streams;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Measures this process from the first curated record that is sent to the last one. For several threads. */
final class Meter {
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch done = new CountDownLatch(1);
    private final long records;
    private volatile Use begin;
    private volatile Use end;

    /** @param allocated bytes by thread, those that have ended left out */
    private record Use(long nanos, long cpuNanos, Map<Long, Long> allocated) {
        long allocatedSince(Use before) {
            return allocated.entrySet().stream()
                    .mapToLong(thread -> thread.getValue() - before.allocated.getOrDefault(thread.getKey(), 0L))
                    .sum();
        }
    }

    /** @param records after how many the measurement ends */
    Meter(long records) {
        this.records = records;
        this.begin = use();
        this.end = begin;
    }

    /** Returns when all records have been sent. */
    void await() throws InterruptedException {
        done.await();
    }

    StreamsFigures figures() {
        return new StreamsFigures(
                records / ((end.nanos - begin.nanos) / 1e9),
                (end.cpuNanos - begin.cpuNanos) / 1e3 / records,
                (double) end.allocatedSince(begin) / records);
    }

    /** One record more is sent. */
    void count() {
        long count = sent.incrementAndGet();
        if (count == 1) {
            begin = use();
        }
        if (count == records) {
            end = use();
            done.countDown();
        }
    }

    private Use use() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> allocated = new HashMap<>();
        for (int thread = 0; thread < ids.length; thread++) {
            allocated.put(ids[thread], bytes[thread]);
        }
        return new Use(System.nanoTime(), system.getProcessCpuTime(), allocated);
    }
}
