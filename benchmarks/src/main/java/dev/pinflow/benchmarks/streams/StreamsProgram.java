package dev.pinflow.benchmarks.streams;

import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.config.StreamsProperties;
import dev.pinflow.streams.curated.CuratedSerde;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/**
 * One run: a Kafka Streams instance, in a JVM of its own, that ends when it has cleaned and committed all records.
 * Arguments: a case, a file with the service's properties, how many records the raw topics hold, and a file for the
 * figures.
 */
final class StreamsProgram {
    private StreamsProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        StreamsCase contender = StreamsCase.valueOf(arguments[0]);
        StreamsConfiguration config = StreamsConfiguration.of(properties(Path.of(arguments[1])));
        Meter meter = new Meter(Long.parseLong(arguments[2]));
        CuratedSerde serde = CuratedSerde.of(config);
        Topology topology = contender.topology(config.topics(), serde::newSerializer);
        Properties properties = StreamsProperties.ofCleaning(config);
        CountingInterceptor.add(properties, meter);
        try (KafkaStreams streams = new KafkaStreams(topology, properties)) {
            streams.setUncaughtExceptionHandler(StreamsProgram::exit);
            streams.start();
            meter.await();
        }
        Files.writeString(Path.of(arguments[3]), meter.figures().line());
    }

    /** A figure of a run that failed would be none. */
    private static StreamThreadExceptionResponse exit(Throwable failure) {
        failure.printStackTrace();
        Runtime.getRuntime().halt(1);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }
}
