package dev.pinflow.streams.service;

import io.apicurio.registry.utils.converter.AvroConverter;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.connect.data.Struct;

/** Reads values as a sink connector does whose converter is Apicurio's. */
final class ConnectReader {
    private ConnectReader() {}

    static Struct read(String registry, ConsumerRecord<byte[], byte[]> record) throws IOException {
        try (AvroConverter<Object> converter = new AvroConverter<>()) {
            converter.configure(
                    Map.of(
                            "apicurio.registry.url", registry + "/apis/registry/v2",
                            "apicurio.registry.as-confluent", "true",
                            "apicurio.registry.use-id", "contentId"),
                    false);
            return (Struct)
                    converter.toConnectData(record.topic(), record.value()).value();
        }
    }
}
