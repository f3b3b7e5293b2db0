package dev.pinflow.streams.topology;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TopologyDescription;

/** How topologies are shown to people. */
public enum TopologyFormat {
    /** A flowchart that GitHub and many wikis draw. */
    MERMAID {
        @Override
        public String render(Map<String, TopologyDescription> topologies) {
            return MermaidChart.of(TopologyGraph.of(topologies));
        }
    },
    /** Kafka's own text, one after the other. */
    TEXT {
        @Override
        public String render(Map<String, TopologyDescription> topologies) {
            return topologies.entrySet().stream()
                    .map(topology -> topology.getKey() + "\n" + topology.getValue())
                    .collect(Collectors.joining("\n"));
        }
    },
    /** A digraph for Graphviz. */
    DOT {
        @Override
        public String render(Map<String, TopologyDescription> topologies) {
            return DotGraph.of(TopologyGraph.of(topologies));
        }
    };

    /** The topologies as text that ends with a line break; the keys are their names. */
    public abstract String render(Map<String, TopologyDescription> topologies);
}
