package dev.pinflow.streams.command;

import dev.pinflow.streams.config.ServiceStartException;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.schemas.RegistryException;
import dev.pinflow.streams.schemas.SchemaRegistration;
import dev.pinflow.streams.service.ServiceState;
import dev.pinflow.streams.service.StreamsService;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;

/** The service as a program: {@code StreamsApp [--register-schemas] <file.properties>}. */
public final class StreamsApp {
    static final int STOPPED = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private static final String REGISTER = "--register-schemas";

    private final PrintStream out;
    private final PrintStream err;

    StreamsApp(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs until SIGTERM or a failure. With {@code --register-schemas} registers the curated schemas and ends.
     *
     * <p>Exit codes: 0 stopped, 1 failed or cannot start, 2 wrong arguments or configuration; 143 after SIGTERM.
     */
    public static void main(String[] args) {
        System.exit(new StreamsApp(System.out, System.err).run(List.of(args)));
    }

    int run(List<String> args) {
        List<String> files = args.stream().filter(arg -> !arg.equals(REGISTER)).toList();
        if (files.size() != 1) {
            err.println("Usage: streams-app [" + REGISTER + "] <file.properties>");
            return MISUSED;
        }
        try {
            StreamsConfiguration config = StreamsConfiguration.of(read(files.get(0)));
            return args.contains(REGISTER) ? register(config) : serve(config);
        } catch (IOException | InvalidPathException e) {
            err.println(
                    "The configuration file " + files.get(0) + " cannot be read: name an existing properties file.");
            return MISUSED;
        } catch (ConfigException e) {
            err.println(e.getMessage());
            return MISUSED;
        } catch (ServiceStartException | RegistryException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private int register(StreamsConfiguration config) {
        new SchemaRegistration(config.confluentApi())
                .register(config.topics())
                .forEach(schema -> out.println(schema.subject() + " has id " + schema.id()));
        return STOPPED;
    }

    private int serve(StreamsConfiguration config) {
        try (StreamsService service = StreamsService.start(config)) {
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "close-on-signal"));
            return service.awaitEnd() == ServiceState.STOPPED ? STOPPED : failed(service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int failed(StreamsService service) {
        err.println("The cleaning service gave up: "
                + service.failure().map(Throwable::toString).orElse("no reason given") + "; see the log.");
        return FAILED;
    }
}
