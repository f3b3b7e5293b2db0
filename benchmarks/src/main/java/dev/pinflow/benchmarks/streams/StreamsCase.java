package dev.pinflow.benchmarks.streams;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.cleaning.CleaningCounts;
import dev.pinflow.streams.cleaning.CleaningTopology;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;

/** What is compared. */
enum StreamsCase {
    /** Pinflow's cleaning. */
    CLEANING {
        @Override
        Topology topology(Topics topics, Supplier<Serializer<GenericRecord>> serializers) {
            return CleaningTopology.build(topics, serializers, new CleaningCounts());
        }
    },
    /** One that looks at no value and emits records made beforehand: what Kafka Streams and the serde cost. */
    PREBUILT {
        @Override
        Topology topology(Topics topics, Supplier<Serializer<GenericRecord>> serializers) {
            return PrebuiltTopology.build(topics, serializers);
        }
    };

    abstract Topology topology(Topics topics, Supplier<Serializer<GenericRecord>> serializers);

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
