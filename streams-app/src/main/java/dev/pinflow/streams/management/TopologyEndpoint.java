package dev.pinflow.streams.management;

import dev.pinflow.streams.topology.TopologyFormat;
import java.util.Map;
import org.apache.kafka.streams.TopologyDescription;

/** {@code /topology}: a Mermaid chart, or what {@code ?format=} asks for. */
final class TopologyEndpoint implements Endpoint {
    private final Map<String, TopologyDescription> topologies;

    /** @param topologies in the order in which they are shown */
    TopologyEndpoint(Map<String, TopologyDescription> topologies) {
        this.topologies = topologies;
    }

    @Override
    public Answer answer(Call call) {
        return switch (call.parameters().get("format")) {
            case "", "mermaid" -> Answer.text(TopologyFormat.MERMAID.render(topologies));
            case "text" -> Answer.text(TopologyFormat.TEXT.render(topologies));
            case "dot" -> Answer.text(TopologyFormat.DOT.render(topologies));
            default -> Answer.error(Answer.BAD_REQUEST, "The format is one of mermaid, text and dot.");
        };
    }
}
