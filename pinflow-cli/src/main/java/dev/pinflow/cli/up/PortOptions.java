package dev.pinflow.cli.up;

import dev.pinflow.stack.port.LocalPort;
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

    /** @throws dev.pinflow.stack.ServerStartException when a port that was asked for is taken */
    void requireFree() {
        LocalPort.requireFree("MariaDB", database);
        LocalPort.requireFree("Kafka", kafka);
        LocalPort.requireFree("Kafka Connect", connect);
        LocalPort.requireFree("the registry", registry);
        LocalPort.requireFree("the S3 server", s3);
        LocalPort.requireFree("the gateway", gateway);
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
}
