package dev.pinflow.streams.management;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.answers.AnswerReader;
import dev.pinflow.streams.cleaning.CleaningCounts;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.TopologyDescription;

/**
 * What the management server serves.
 *
 * @param answers empty when this instance has no answers
 * @param topologies by name, in the order in which they are shown
 */
public record Management(
        Topics topics,
        ServiceView service,
        Map<String, TopologyDescription> topologies,
        CleaningCounts counts,
        Optional<AnswerReader> answers,
        ServiceMetrics metrics) {

    /**
     * Listens; see {@link ManagementServer}.
     *
     * @param port 0 for any free one
     * @throws dev.pinflow.streams.config.ServiceStartException when the port is taken or the address is not this
     *     machine's
     */
    public ManagementServer listen(String host, int port) {
        return ManagementServer.start(host, port, endpoints());
    }

    private Map<String, Endpoint> endpoints() {
        Map<String, Endpoint> endpoints = new TreeMap<>();
        endpoints.put("livez", new ProbeEndpoint(service::alive));
        endpoints.put("readyz", new ProbeEndpoint(service::ready));
        endpoints.put("startupz", new ProbeEndpoint(service::started));
        endpoints.put("status", new StatusEndpoint(service::status));
        endpoints.put("metrics", new MetricsEndpoint(metrics));
        endpoints.put("topology", new TopologyEndpoint(topologies));
        endpoints.put("defects", new DefectsEndpoint(topics, counts));
        endpoints.put("answers", new AnswersEndpoint(answers));
        return endpoints;
    }
}
