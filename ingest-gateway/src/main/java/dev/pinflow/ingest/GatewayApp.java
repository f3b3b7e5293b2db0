package dev.pinflow.ingest;

import dev.pinflow.contract.Topics;
import org.apache.kafka.common.KafkaException;

/** The gateway as a program: {@code GatewayApp <user-id> <bootstrap-servers> [port]}, on 127.0.0.1. */
public final class GatewayApp {
    private static final int DEFAULT_PORT = 8082;

    private GatewayApp() {}

    /** Runs until SIGTERM. Exit codes: 1 cannot start, 2 wrong arguments. */
    public static void main(String[] args) throws InterruptedException {
        if (args.length < 2 || args.length > 3) {
            fail(2, "Usage: ingest-gateway <user-id> <bootstrap-servers> [port]");
        }
        try {
            int port = args.length == 3 ? Integer.parseInt(args[2]) : DEFAULT_PORT;
            GatewayServer gateway = new GatewayServer(GatewayConfig.local(new Topics(args[0]), args[1], port));
            gateway.start();
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::stop, "stop-on-signal"));
            Thread.currentThread().join();
        } catch (NumberFormatException e) {
            fail(2, "The port '" + args[2] + "' is no number: give one from 1 to 65535.");
        } catch (IllegalArgumentException e) {
            fail(2, e.getMessage());
        } catch (GatewayStartException | KafkaException e) {
            fail(1, e.getMessage());
        }
    }

    private static void fail(int exitCode, String message) {
        System.err.println(message);
        System.exit(exitCode);
    }
}
