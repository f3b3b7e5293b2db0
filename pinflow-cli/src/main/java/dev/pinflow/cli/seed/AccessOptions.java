package dev.pinflow.cli.seed;

import dev.pinflow.cli.cluster.StackOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which database and as whom. */
final class AccessOptions {
    static final String PASSWORD_VARIABLE = "PINFLOW_DB_PASSWORD";

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "The database, as jdbc:mysql://host:port/database; by default pinterest_data on the"
                    + " credentials' HOST.")
    private Optional<String> jdbcUrl = Optional.empty();

    @Option(names = "--user", paramLabel = "USER", description = "The database user; by default the credentials' USER.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--password",
            interactive = true,
            arity = "0..1",
            paramLabel = "PASSWORD",
            description = "Asks for the password. Without it, the credentials or the environment variable "
                    + PASSWORD_VARIABLE + " give it.")
    private char[] password;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "A file such as db_creds.yaml with lines HOST:, USER: and PASSWORD:.")
    private Optional<Path> credentialsFile = Optional.empty();

    @Mixin
    private StackOption stack;

    /** @throws WrongUsageException when the options do not name a database and user, or tell a password in the URL */
    DatabaseAccess access(Map<String, String> environment) {
        Optional<DatabaseCredentials> credentials =
                credentialsFile.or(this::credentialsOfRunningStack).map(DatabaseCredentials::read);
        String url = jdbcUrl.or(() -> credentials.map(DatabaseCredentials::jdbcUrl))
                .orElseThrow(() -> new WrongUsageException(
                        "Name the database by --jdbc-url or --credentials, or start one with 'pinflow up'."));
        if (!url.startsWith("jdbc:mysql:")) {
            throw new WrongUsageException(
                    "--jdbc-url must begin with jdbc:mysql://, as in jdbc:mysql://localhost:3306/pinterest_data.");
        }
        if (url.contains("password=") || url.matches("jdbc:mysql:[^/]*//[^/]*:[^/]*@.*")) {
            throw new WrongUsageException("Leave the password out of --jdbc-url: give it by --password, --credentials"
                    + " or the environment variable " + PASSWORD_VARIABLE + ".");
        }
        String name = user.or(() -> credentials.map(DatabaseCredentials::user))
                .orElseThrow(() -> new WrongUsageException("Name the database user by --user or --credentials."));
        return new DatabaseAccess(url, name, password(credentials, environment));
    }

    private Optional<Path> credentialsOfRunningStack() {
        return jdbcUrl.isPresent() || user.isPresent()
                ? Optional.empty()
                : stack.running().map(running -> Path.of(running.secrets(), "db_creds.yaml"));
    }

    private String password(Optional<DatabaseCredentials> credentials, Map<String, String> environment) {
        return Optional.ofNullable(password)
                .map(String::new)
                .or(() -> credentials.map(DatabaseCredentials::password))
                .orElseGet(() -> environment.getOrDefault(PASSWORD_VARIABLE, ""));
    }
}
