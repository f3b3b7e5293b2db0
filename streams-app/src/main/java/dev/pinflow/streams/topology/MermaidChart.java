package dev.pinflow.streams.topology;

import dev.pinflow.streams.topology.TopologyGraph.Vertex;

/** A graph in Mermaid's flowchart syntax: https://mermaid.js.org/syntax/flowchart.html. */
final class MermaidChart {
    private MermaidChart() {}

    static String of(TopologyGraph graph) {
        StringBuilder chart = new StringBuilder("flowchart LR\n");
        graph.topics().forEach(topic -> chart.append("  ").append(shape(topic)).append('\n'));
        graph.clusters().forEach(cluster -> {
            chart.append("  subgraph %s[\"%s\"]\n".formatted(cluster.id(), escaped(cluster.label())));
            cluster.vertices()
                    .forEach(
                            vertex -> chart.append("    ").append(shape(vertex)).append('\n'));
            chart.append("  end\n");
        });
        graph.edges()
                .forEach(edge -> chart.append("  ")
                        .append(edge.from())
                        .append(edge.mutual() ? " <--> " : " --> ")
                        .append(edge.to())
                        .append('\n'));
        return chart.toString();
    }

    private static String shape(Vertex vertex) {
        String label = "\"" + escaped(vertex.label()) + "\"";
        return vertex.id()
                + switch (vertex.kind()) {
                    case TOPIC -> "([" + label + "])";
                    case PROCESSOR -> "[" + label + "]";
                    case STORE -> "[(" + label + ")]";
                };
    }

    private static String escaped(String label) {
        return label.replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }
}
