package dev.pinflow.streams.topology;

import dev.pinflow.streams.topology.TopologyGraph.Vertex;

/** A graph in Graphviz' language: https://graphviz.org/doc/info/lang.html. */
final class DotGraph {
    private DotGraph() {}

    static String of(TopologyGraph graph) {
        StringBuilder dot = new StringBuilder("digraph topology {\n  rankdir=LR;\n");
        graph.topics().forEach(topic -> dot.append("  ").append(node(topic)).append('\n'));
        graph.clusters().forEach(cluster -> {
            dot.append(
                    "  subgraph cluster_%s {\n    label=\"%s\";\n".formatted(cluster.id(), escaped(cluster.label())));
            cluster.vertices()
                    .forEach(vertex -> dot.append("    ").append(node(vertex)).append('\n'));
            dot.append("  }\n");
        });
        graph.edges()
                .forEach(edge -> dot.append("  ")
                        .append(edge.from())
                        .append(" -> ")
                        .append(edge.to())
                        .append(edge.mutual() ? " [dir=both];\n" : ";\n"));
        return dot.append("}\n").toString();
    }

    private static String node(Vertex vertex) {
        String shape = switch (vertex.kind()) {
            case TOPIC -> "ellipse";
            case PROCESSOR -> "box";
            case STORE -> "cylinder";
        };
        return "%s [label=\"%s\", shape=%s];".formatted(vertex.id(), escaped(vertex.label()), shape);
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
