package dev.pinflow.cli.up;

import dev.pinflow.cli.console.Failure;
import dev.pinflow.stack.port.LocalPort;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Fixed ports for those who want to know them beforehand; 0 takes a free one. */
public final class PortOptions {
    @Option(names = "--database-port", paramLabel = "PORT", description = "MariaDB's port (default: a free one).")
    private int database;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Kafka's port (default: a free one).")
    private int kafka;

    @Option(names = "--connect-port", paramLabel = "PORT", description = "Kafka Connect's port (default: a free one).")
    private int connect;

    @Option(names = "--registry-port", paramLabel = "PORT", description = "The registry's port (default: a free one).")
    private int registry;

    @Option(names = "--s3-port", paramLabel = "PORT", description = "The S3 server's port (default: a free one).")
    private int s3;

    @Option(
            names = "--gateway-port",
            paramLabel = "PORT",
            description = "The ingest gateway's port (default: a free one).")
    private int gateway;

    @Option(
            names = "--streams-port",
            paramLabel = "PORT",
            description = "The streams service's management port (default: a free one).")
    private int streams;

    /** @throws Failure or ServerStartException when a port that was asked for cannot be had */
    void requireFree() {
        Map<Integer, String> owners = new HashMap<>();
        Map<String, Integer> asked = new LinkedHashMap<>();
        asked.put("MariaDB", database);
        asked.put("Kafka", kafka);
        asked.put("Kafka Connect", connect);
        asked.put("the registry", registry);
        asked.put("the S3 server", s3);
        asked.put("the gateway", gateway);
        asked.put("the streams service", streams);
        asked.forEach((server, port) -> {
            LocalPort.requireFree(server, port);
            String other = port == 0 ? null : owners.put(port, server);
            if (other != null) {
                throw new Failure("Port " + port + " is asked for both " + other + " and " + server
                        + ": choose another one for either.");
            }
        });
    }

    int database() {
        return database;
    }

    int kafka() {
        return kafka;
    }

    int connect() {
        return connect;
    }

    int registry() {
        return registry;
    }

    int s3() {
        return s3;
    }

    int gateway() {
        return gateway;
    }

    int streams() {
        return streams;
    }
}
