package dev.pinflow.streams.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/**
 * Topologies as a graph whose nodes are topics, processors and stores. A topic that one topology writes and another one
 * reads is one node.
 *
 * @param clusters the subtopologies with their processors and stores
 * @param topics all topics, which belong to no cluster
 * @param edges what flows where
 */
record TopologyGraph(List<Cluster> clusters, List<Vertex> topics, List<Edge> edges) {
    enum Kind {
        TOPIC,
        PROCESSOR,
        STORE
    }

    /** @param id letters and digits, unique in the graph */
    record Vertex(String id, String label, Kind kind) {}

    record Cluster(String id, String label, List<Vertex> vertices) {}

    /** @param mutual whether it goes both ways, as between a processor and its store */
    record Edge(String from, String to, boolean mutual) {}

    static TopologyGraph of(Map<String, TopologyDescription> topologies) {
        Drawing drawing = new Drawing();
        topologies.forEach(drawing::add);
        return new TopologyGraph(
                List.copyOf(drawing.clusters), List.copyOf(drawing.topics.values()), List.copyOf(drawing.edges));
    }

    private static final class Drawing {
        private final List<Cluster> clusters = new ArrayList<>();
        private final Map<String, Vertex> topics = new LinkedHashMap<>();
        private final List<Edge> edges = new ArrayList<>();
        private int vertices;

        void add(String name, TopologyDescription topology) {
            topology.subtopologies().stream()
                    .sorted(Comparator.comparingInt(Subtopology::id))
                    .forEach(sub -> addCluster(name + " " + sub.id(), sub.nodes()));
            topology.globalStores().stream()
                    .sorted(Comparator.comparingInt(GlobalStore::id))
                    .forEach(store -> addCluster(
                            name + " " + store.id() + " (global)", List.of(store.source(), store.processor())));
        }

        private void addCluster(String label, Iterable<? extends Node> unordered) {
            List<Node> nodes = new ArrayList<>();
            unordered.forEach(nodes::add);
            nodes.sort(Comparator.comparing(Node::name));
            Map<String, Vertex> processors = new LinkedHashMap<>();
            Map<String, Vertex> stores = new LinkedHashMap<>();
            for (Node node : nodes) {
                if (node instanceof Processor processor) {
                    processors.put(node.name(), vertex(node.name(), Kind.PROCESSOR));
                    processor.stores().stream()
                            .sorted()
                            .forEach(store -> stores.computeIfAbsent(store, any -> vertex(store, Kind.STORE)));
                }
            }
            nodes.forEach(node -> connect(node, processors, stores));
            List<Vertex> all = new ArrayList<>(processors.values());
            all.addAll(stores.values());
            clusters.add(new Cluster("c" + clusters.size(), label, List.copyOf(all)));
        }

        private void connect(Node node, Map<String, Vertex> processors, Map<String, Vertex> stores) {
            if (node instanceof Source source) {
                topicsOf(source).forEach(topic -> connectAll(topic(topic), successors(source, processors)));
            } else if (node instanceof Sink sink) {
                Vertex topic = topic(sink.topic() == null ? "chosen by each record" : sink.topic());
                sink.predecessors().stream()
                        .map(Node::name)
                        .sorted()
                        .filter(processors::containsKey)
                        .forEach(from -> edges.add(new Edge(processors.get(from).id(), topic.id(), false)));
            } else if (node instanceof Processor processor) {
                Vertex from = processors.get(processor.name());
                connectAll(from, successors(processor, processors));
                processor.stores().stream()
                        .sorted()
                        .forEach(store ->
                                edges.add(new Edge(from.id(), stores.get(store).id(), true)));
            }
        }

        private static List<String> topicsOf(Source source) {
            Set<String> topics = source.topicSet();
            return topics == null
                    ? List.of("" + source.topicPattern())
                    : topics.stream().sorted().toList();
        }

        private static List<Vertex> successors(Node node, Map<String, Vertex> processors) {
            return node.successors().stream()
                    .map(Node::name)
                    .sorted()
                    .filter(processors::containsKey)
                    .map(processors::get)
                    .toList();
        }

        private void connectAll(Vertex from, List<Vertex> to) {
            to.forEach(vertex -> edges.add(new Edge(from.id(), vertex.id(), false)));
        }

        private Vertex topic(String name) {
            return topics.computeIfAbsent(name, any -> vertex(name, Kind.TOPIC));
        }

        private Vertex vertex(String label, Kind kind) {
            return new Vertex("n" + vertices++, label, kind);
        }
    }
}
