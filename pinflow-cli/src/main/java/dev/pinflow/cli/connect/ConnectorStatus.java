package dev.pinflow.cli.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a connector does.
 *
 * @param state the connector's own state, such as RUNNING
 * @param taskStates the states of its tasks, by task number
 * @param failure the first line of what made the connector or a task fail
 */
public record ConnectorStatus(String state, List<String> taskStates, Optional<String> failure) {
    static ConnectorStatus of(JsonNode answer) {
        List<String> states = new ArrayList<>();
        Optional<String> failure = firstLine(answer.path("connector"));
        for (JsonNode task : answer.path("tasks")) {
            states.add(task.path("state").asText());
            failure = failure.isPresent() ? failure : firstLine(task);
        }
        return new ConnectorStatus(answer.path("connector").path("state").asText(), states, failure);
    }

    /** Whether the connector and at least one task run, and none does not. */
    public boolean isRunning() {
        return state.equals("RUNNING")
                && !taskStates.isEmpty()
                && taskStates.stream().allMatch("RUNNING"::equals);
    }

    public boolean isFailed() {
        return state.equals("FAILED") || taskStates.contains("FAILED");
    }

    private static Optional<String> firstLine(JsonNode node) {
        return node.path("trace").asText("").lines().findFirst();
    }
}
