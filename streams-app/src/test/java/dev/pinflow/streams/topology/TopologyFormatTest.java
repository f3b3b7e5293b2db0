package dev.pinflow.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class TopologyFormatTest {
    private static final Map<String, TopologyDescription> TOPOLOGIES = Map.of("counting", topology());

    @Test
    void drawsAMermaidChart() {
        assertThat(TopologyFormat.MERMAID.render(TOPOLOGIES)).isEqualTo("""
                flowchart LR
                  n2(["out"])
                  n3(["in"])
                  subgraph c0["counting 0"]
                    n0["count"]
                    n1[("counts")]
                  end
                  n0 <--> n1
                  n0 --> n2
                  n3 --> n0
                """);
    }

    @Test
    void drawsAGraphForGraphviz() {
        assertThat(TopologyFormat.DOT.render(TOPOLOGIES)).isEqualTo("""
                digraph topology {
                  rankdir=LR;
                  n2 [label="out", shape=ellipse];
                  n3 [label="in", shape=ellipse];
                  subgraph cluster_c0 {
                    label="counting 0";
                    n0 [label="count", shape=box];
                    n1 [label="counts", shape=cylinder];
                  }
                  n0 -> n1 [dir=both];
                  n0 -> n2;
                  n3 -> n0;
                }
                """);
    }

    @Test
    void namesEachTopologyInKafkasOwnText() {
        assertThat(TopologyFormat.TEXT.render(TOPOLOGIES)).startsWith("counting\nTopologies:\n   Sub-topology: 0");
    }

    private static TopologyDescription topology() {
        return new Topology()
                .addSource("source", "in")
                .addProcessor("count", Nothing::new, "source")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore("counts"), Serdes.Bytes(), Serdes.Long()),
                        "count")
                .addSink("sink", "out", "count")
                .describe();
    }

    private static final class Nothing implements Processor<Object, Object, Object, Object> {
        @Override
        public void process(Record<Object, Object> record) {}
    }
}
