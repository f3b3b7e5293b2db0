package dev.pinflow.cli;

import dev.pinflow.cli.answers.AnswersCommand;
import dev.pinflow.cli.connect.ConnectCommand;
import dev.pinflow.cli.console.Failure;
import dev.pinflow.cli.demo.DemoCommand;
import dev.pinflow.cli.ledger.LedgerCommand;
import dev.pinflow.cli.rejected.RejectedCommand;
import dev.pinflow.cli.report.ReportCommand;
import dev.pinflow.cli.schemas.SchemasCommand;
import dev.pinflow.cli.seed.SeedCommand;
import dev.pinflow.cli.topics.TopicsCommand;
import dev.pinflow.cli.up.DownCommand;
import dev.pinflow.cli.up.UpCommand;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The {@code pinflow} command. Exit codes: 0 success, 1 failure, 2 wrong usage. */
@Command(
        name = "pinflow",
        description = "Posts from MySQL through Kafka to S3 and Spark.",
        mixinStandardHelpOptions = true,
        versionProvider = Pinflow.BuiltVersion.class,
        scope = ScopeType.INHERIT,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            SeedCommand.class,
            TopicsCommand.class,
            SchemasCommand.class,
            ConnectCommand.class,
            RejectedCommand.class,
            LedgerCommand.class,
            ReportCommand.class,
            AnswersCommand.class
        },
        footer = {"", "Example:", "  pinflow demo"})
public final class Pinflow {
    private Pinflow() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command with its rules for errors: one sentence on stderr, the stack trace in the log if there is one. */
    static CommandLine commandLine() {
        return new CommandLine(new Pinflow())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Pinflow::wrongUsage)
                .setExecutionExceptionHandler(Pinflow::failed);
    }

    private static int wrongUsage(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        boolean noVerb = e.getMessage().equals("Missing required subcommand");
        command.getErr()
                .println(
                        noVerb
                                ? "Say what to do: "
                                        + String.join(
                                                ", ", command.getSubcommands().keySet()) + "."
                                : e.getMessage());
        command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class BuiltVersion implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Pinflow.class.getPackage().getImplementationVersion();
            return new String[] {"pinflow " + (version == null ? "unpackaged" : version)};
        }
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (isStopping()) {
            // Servers that are being stopped do not answer; that is no news to whoever stopped them.
            return CommandLine.ExitCode.SOFTWARE;
        }
        LoggerFactory.getLogger(Pinflow.class).error("Failed", e);
        PrintWriter err = command.getErr();
        err.println(sentence(e));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String sentence(Throwable e) {
        if (e instanceof Failure || (e.getMessage() != null && e.getMessage().endsWith("."))) {
            return e.getMessage();
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static boolean isStopping() {
        Thread probe = new Thread(() -> {}, "probe");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException shuttingDown) {
            return true;
        }
    }
}
