package dev.pinflow.cli.up;

import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.console.LogFile;
import dev.pinflow.cli.console.Progress;
import dev.pinflow.contract.Topics;
import dev.pinflow.ingest.GatewayConfig;
import dev.pinflow.ingest.GatewayServer;

/**
 * A started local stack.
 *
 * @param servers the servers
 * @param pipeline what runs on them
 * @param addresses where they are
 */
public record LocalStack(LocalServers servers, Pipeline pipeline, RunningStack addresses, OutputFolder folder) {
    /** Starts servers, topics, schemas, the streams service and the gateway, all of which the given stack will stop. */
    public static LocalStack start(
            Stack stack, OutputFolder folder, Topics topics, PortOptions ports, Progress progress)
            throws InterruptedException {
        LogFile.open(folder.logs().resolve("pinflow.log"));
        LocalServers servers = stack.add(new LocalServers(folder, ports, progress));
        servers.start();
        GatewayServer gateway = stack.add(
                new GatewayServer(GatewayConfig.local(topics, servers.kafka().address(), ports.gateway())));
        gateway.start();
        RunningStack underneath = servers.addresses(topics.userId(), gateway.address());
        Pipeline pipeline =
                stack.add(new Pipeline(underneath, topics, folder.servers().resolve("streams"), ports.streams()));
        pipeline.start();
        RunningStack addresses = underneath.withStreams(pipeline.streamsUrl());
        return new LocalStack(servers, pipeline, addresses, folder);
    }

    /** Lets the other verbs find the stack. */
    public void announce() {
        addresses.save(folder.path());
    }
}
