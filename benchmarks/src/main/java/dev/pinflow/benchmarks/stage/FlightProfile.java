package dev.pinflow.benchmarks.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a flight recording's samples fall: by thread, and for one thread by method, once as the innermost frame and once
 * anywhere on the stack; and which methods of that thread allocate. Samples of native methods, which mostly wait, are
 * left out. Arguments: a recording, how many methods to print, and a method as it is printed; the thread is the one that
 * spends most time in that method or, without one, the busiest.
 */
public final class FlightProfile {
    private final Map<String, Long> threads = new HashMap<>();
    private final Map<String, Map<String, Long>> innermost = new HashMap<>();
    private final Map<String, Map<String, Long>> anywhere = new HashMap<>();
    private final Map<String, Map<String, Long>> allocating = new HashMap<>();

    private FlightProfile() {}

    public static void main(String[] arguments) throws IOException {
        print(Path.of(arguments[0]), Integer.parseInt(arguments[1]), arguments.length > 2 ? arguments[2] : "");
    }

    /**
     * Prints to standard output.
     *
     * @param most how many methods
     * @param within a method by which a thread is known, as names may change in the thread's life; empty for the busiest
     */
    public static void print(Path recording, int most, String within) throws IOException {
        FlightProfile profile = new FlightProfile();
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                switch (event.getEventType().getName()) {
                    case "jdk.ExecutionSample" -> profile.addSample(event);
                    case "jdk.ObjectAllocationSample" -> profile.addAllocation(event);
                    default -> {
                        // Nothing that tells where time or memory goes.
                    }
                }
            }
        }
        profile.print(most, within);
    }

    private void addSample(RecordedEvent sample) {
        String thread = name(sample.getThread("sampledThread"));
        threads.merge(thread, 1L, Long::sum);
        List<RecordedFrame> frames = sample.getStackTrace().getFrames();
        add(innermost, thread, name(frames.get(0)), 1);
        Set<String> names = new HashSet<>();
        for (RecordedFrame frame : frames) {
            if (names.add(name(frame))) {
                add(anywhere, thread, name(frame), 1);
            }
        }
    }

    private void addAllocation(RecordedEvent sample) {
        if (sample.getStackTrace() != null) {
            String method = name(sample.getStackTrace().getFrames().get(0));
            String type = sample.getClass("objectClass").getName();
            add(allocating, name(sample.getThread()), type + " in " + method, sample.getLong("weight"));
        }
    }

    private static void add(Map<String, Map<String, Long>> counts, String thread, String name, long count) {
        counts.computeIfAbsent(thread, first -> new HashMap<>()).merge(name, count, Long::sum);
    }

    private static String name(RecordedThread thread) {
        return thread == null || thread.getJavaName() == null ? "?" : thread.getJavaName();
    }

    private static String name(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        String type = method.getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
    }

    private void print(int most, String within) {
        print("samples by thread", threads, most);
        threads.keySet().stream()
                .max(Comparator.comparing(thread -> samples(thread, within)))
                .ifPresent(thread -> {
                    print("samples by innermost method of " + thread, innermost.get(thread), most);
                    long all = threads.get(thread);
                    print("samples by any method of " + thread, anywhere.get(thread), all, most);
                    print("bytes allocated by " + thread, allocating.getOrDefault(thread, Map.of()), most);
                });
    }

    private long samples(String thread, String within) {
        return within.isEmpty() ? threads.get(thread) : anywhere.get(thread).getOrDefault(within, 0L);
    }

    private static void print(String title, Map<String, Long> counts, int most) {
        print(title, counts, counts.values().stream().mapToLong(Long::longValue).sum(), most);
    }

    private static void print(String title, Map<String, Long> counts, long all, int most) {
        System.out.printf(Locale.ROOT, "%n%s (%,d)%n", title, all);
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .forEach(count -> System.out.printf(
                        Locale.ROOT, "%6.1f %%  %s%n", 100.0 * count.getValue() / all, count.getKey()));
    }
}
