package dev.pinflow.connect.rds.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigException;

/** Which strides a task has, as the connector writes it into the task's configuration. */
public final class TaskStrides {
    /** The option of a task's configuration that lists its strides; set by the connector. */
    public static final String OPTION = "task.strides";

    private TaskStrides() {}

    /** Divides all strides over at most this many tasks: the values of {@link #OPTION}, one a task. */
    public static List<String> divide(int maxTasks) {
        int tasks = Math.min(maxTasks, Stride.COUNT);
        List<String> divided = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            divided.add(IntStream.iterate(task, stride -> stride < Stride.COUNT, stride -> stride + tasks)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(",")));
        }
        return divided;
    }

    static List<Stride> parse(String taskStrides) {
        try {
            return Arrays.stream(taskStrides.split(","))
                    .map(index -> new Stride(Integer.parseInt(index)))
                    .toList();
        } catch (IllegalArgumentException notStrides) {
            throw new ConfigException(OPTION, taskStrides, "is set by the connector; leave it out.");
        }
    }
}
