package dev.pinflow.benchmarks.rds;

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
 * Where a flight recording's samples fall: by thread, and for the busiest thread by method, once as the innermost frame
 * and once anywhere on the stack. Samples of native methods, which mostly wait, are left out. Arguments: a recording, and
 * how many methods to print.
 */
final class FlightProfile {
    private final Map<String, Integer> threads = new HashMap<>();
    private final Map<String, Map<String, Integer>> innermost = new HashMap<>();
    private final Map<String, Map<String, Integer>> anywhere = new HashMap<>();

    private FlightProfile() {}

    public static void main(String[] arguments) throws IOException {
        FlightProfile profile = new FlightProfile();
        try (RecordingFile recording = new RecordingFile(Path.of(arguments[0]))) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    profile.add(event);
                }
            }
        }
        profile.print(Integer.parseInt(arguments[1]));
    }

    private void add(RecordedEvent sample) {
        RecordedThread sampled = sample.getThread("sampledThread");
        String thread = sampled == null ? "?" : sampled.getJavaName();
        threads.merge(thread, 1, Integer::sum);
        List<RecordedFrame> frames = sample.getStackTrace().getFrames();
        innermost.computeIfAbsent(thread, first -> new HashMap<>()).merge(name(frames.get(0)), 1, Integer::sum);
        Set<String> names = new HashSet<>();
        for (RecordedFrame frame : frames) {
            if (names.add(name(frame))) {
                anywhere.computeIfAbsent(thread, first -> new HashMap<>()).merge(name(frame), 1, Integer::sum);
            }
        }
    }

    private static String name(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        String type = method.getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
    }

    private void print(int most) {
        int all = threads.values().stream().mapToInt(Integer::intValue).sum();
        print("threads", threads, all, most);
        threads.entrySet().stream().max(Map.Entry.comparingByValue()).ifPresent(busiest -> {
            print("innermost of " + busiest.getKey(), innermost.get(busiest.getKey()), busiest.getValue(), most);
            print("anywhere in " + busiest.getKey(), anywhere.get(busiest.getKey()), busiest.getValue(), most);
        });
    }

    private static void print(String title, Map<String, Integer> counts, int all, int most) {
        System.out.printf(Locale.ROOT, "%n%s (%d samples)%n", title, all);
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .forEach(count -> System.out.printf(
                        Locale.ROOT, "%6.1f %%  %s%n", 100.0 * count.getValue() / all, count.getKey()));
    }
}
