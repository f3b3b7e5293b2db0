package dev.pinflow.stack.registry;

import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.cache.BundledVersion;
import dev.pinflow.stack.cache.Distribution;
import dev.pinflow.stack.cache.UnpackedFiles;
import dev.pinflow.stack.port.LocalPort;
import java.nio.file.Path;
import java.util.List;

/** Apicurio's jars on this machine, and how its JVM is called: small, quick to start, on 127.0.0.1 only. */
final class RegistryProgram {
    private static final String RESOURCES = "dev/pinflow/stack/registry/apicurio";

    private final Path jar;

    private RegistryProgram(Path jar) {
        this.jar = jar;
    }

    static RegistryProgram unpacked() {
        String version = BundledVersion.APICURIO.get();
        Distribution distribution = Distribution.find(RESOURCES)
                .orElseThrow(() -> new ServerStartException("The class path lacks the registry's jars under "
                        + RESOURCES + "; build local-stack with ./mvnw and use its jar."));
        Path home = UnpackedFiles.ofThisUser()
                .get("apicurio-registry-" + version, folder -> distribution.copyInto(folder, file -> true));
        return new RegistryProgram(home.resolve("apicurio-registry-app-%s-runner.jar".formatted(version)));
    }

    /** Keeps its data in the working directory: in a relative URL no letter of a folder's name needs quoting. */
    List<String> serve(int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=48m",
                "-Dquarkus.http.host=" + LocalPort.HOST,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.datasource.jdbc.url=jdbc:h2:file:./registry",
                "-Dquarkus.datasource.jdbc.initial-size=1",
                "-Dquarkus.datasource.jdbc.min-size=1",
                "-Dquarkus.datasource.jdbc.max-size=8",
                "-Dquarkus.vertx.event-loops-pool-size=2",
                "-Dquarkus.banner.enabled=false",
                "-jar",
                jar.toString());
    }
}
