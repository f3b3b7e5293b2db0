package dev.pinflow.streams.command;

import dev.pinflow.streams.config.ServiceStartException;
import dev.pinflow.streams.reset.ResetException;
import dev.pinflow.streams.schemas.RegistryException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The program {@code pinflow-streams}. Exit codes: 0 done, or stopped in good order; 1 failed, cannot start, or not
 * ready; 2 wrong usage or configuration.
 */
@Command(
        name = "pinflow-streams",
        description = "Cleans raw posts and keeps the live answers; without a verb it runs.",
        mixinStandardHelpOptions = true,
        versionProvider = BuiltVersion.class,
        scope = ScopeType.INHERIT,
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            DescribeCommand.class,
            HealthCommand.class,
            ResetCommand.class,
            SchemasCommand.class
        },
        footer = {"", "Example:", "  pinflow-streams run --config pinflow-streams.properties"})
public final class StreamsApp {
    /** Room for each example on one line, so that it can be copied. */
    private static final int HELP_COLUMNS = 100;

    private static final Set<String> ABOUT_ITSELF = Set.of("--help", "-h", "--version", "-V");

    private static final List<String> AVRO_LIMITS = List.of(
            "org.apache.avro.limits.string.maxLength",
            "org.apache.avro.limits.bytes.maxLength",
            "org.apache.avro.limits.collectionItems.maxLength");
    private static final String LARGEST_CURATED_VALUE = Integer.toString(16 * 1024 * 1024);

    private StreamsApp() {}

    public static void main(String[] arguments) {
        boundDecoding();
        System.exit(execute(arguments));
    }

    /**
     * Avro makes room for whatever length a record's bytes claim, and a few foreign bytes can claim 2 GB. Larger than any
     * curated record is refused, as unreadable. Avro reads the properties when its classes load.
     */
    private static void boundDecoding() {
        for (String limit : AVRO_LIMITS) {
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, LARGEST_CURATED_VALUE);
            }
        }
    }

    static int execute(String... arguments) {
        return commandLine().execute(withVerb(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new StreamsApp())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_COLUMNS)
                .setParameterExceptionHandler(StreamsApp::misused)
                .setExecutionExceptionHandler(StreamsApp::failed);
    }

    static String[] withVerb(String... arguments) {
        boolean named = arguments.length > 0 && (!arguments[0].startsWith("-") || ABOUT_ITSELF.contains(arguments[0]));
        return named
                ? arguments
                : Stream.concat(Stream.of("run"), Stream.of(arguments)).toArray(String[]::new);
    }

    private static int misused(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(e.getMessage());
        command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof ConfigException) {
            command.getErr().println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (e instanceof ServiceStartException || e instanceof RegistryException || e instanceof ResetException) {
            command.getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        LoggerFactory.getLogger(StreamsApp.class).error("Failed", e);
        command.getErr().println("Failed of " + e + "; the log has the rest.");
        return CommandLine.ExitCode.SOFTWARE;
    }
}
