package dev.pinflow.benchmarks.stage;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** What figures depend on beside what is measured. */
public final class Machine {
    private Machine() {}

    /** Processors, load and JVM, for the head of a table. */
    public static String describe() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d processors, load average %.1f beforehand, Java %s",
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                System.getProperty("java.version"));
    }
}
