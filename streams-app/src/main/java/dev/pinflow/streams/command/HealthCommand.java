package dev.pinflow.streams.command;

import dev.pinflow.streams.config.SettingSources;
import dev.pinflow.streams.config.StreamsSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "health",
        description =
                "Asks the instance on this machine whether it should be left alone; exits with 1 when it should be"
                        + " started anew.",
        footer = {"", "Example:", "  pinflow-streams health --url http://127.0.0.1:8082/livez"})
final class HealthCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    @Mixin
    private ConfigurationOptions options;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "What to ask, such as the address of /livez or /readyz (default: /livez at management.host"
                    + " and management.port).")
    private URI url;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        URI asked = url == null ? configured() : url;
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request(asked), HttpResponse.BodyHandlers.ofString());
            spec.commandLine().getOut().println(answer.statusCode() + " " + answer.body());
            return answer.statusCode() == OK ? 0 : 1;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("Nothing answers at " + asked + " within " + PATIENCE.toSeconds()
                            + " s: see whether the service runs, or give the address with --url.");
            return 1;
        }
    }

    private HttpRequest request(URI asked) {
        try {
            return HttpRequest.newBuilder(asked).timeout(PATIENCE).build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--url " + asked + " is no address such as http://127.0.0.1:8082/livez.", e);
        }
    }

    private URI configured() {
        SettingSources sources = options.sources();
        String host = value(sources, StreamsSettings.MANAGEMENT_HOST);
        String port = value(sources, StreamsSettings.MANAGEMENT_PORT);
        if (!port.matches("[1-9][0-9]*")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The management port is " + port + ", where nothing can be asked: give the address with --url.");
        }
        boolean isIpv6 = host.contains(":") && !host.startsWith("[");
        String asked = EVERY_ADDRESS.contains(host) ? "127.0.0.1" : isIpv6 ? "[" + host + "]" : host;
        return URI.create("http://" + asked + ":" + port + "/livez");
    }

    private static String value(SettingSources sources, String key) {
        return sources.given(key)
                .or(() -> Optional.of(String.valueOf(
                        StreamsSettings.DEFINITION.defaultValues().get(key))))
                .orElseThrow();
    }
}
