package dev.pinflow.streams.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * Collects settings from files, the environment and the command line; what is added later goes over what was added
 * before, and all go over the defaults. Not thread-safe.
 */
public final class SettingSources {
    /** What variables of the environment begin with. */
    public static final String VARIABLE_PREFIX = "PINFLOW_STREAMS_";

    /** What Kubernetes tells every process of a Service named pinflow-streams; no setting begins so. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("SERVICE_(HOST|PORT(_.+)?)|PORT(_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?");

    private record Given(String value, String origin) {}

    private final Map<String, Given> settings = new TreeMap<>();

    /** @throws ConfigException when the file cannot be read as properties */
    public void addFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("The configuration file " + file + " cannot be read: name an existing properties "
                    + "file in UTF-8.");
        }
        properties.stringPropertyNames().forEach(key -> add(key, properties.getProperty(key), "file " + file));
    }

    /**
     * Takes the variables that begin with {@link #VARIABLE_PREFIX}: {@code PINFLOW_STREAMS_USER_ID} is {@code user.id}.
     * One underscore stands for a dot, two for an underscore, three for a hyphen; names become lower case. Passes over
     * what Kubernetes sets for a Service of our name.
     */
    public void addEnvironment(Map<String, String> variables) {
        variables.forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX)) {
                String variable = name.substring(VARIABLE_PREFIX.length());
                if (!SERVICE_LINK.matcher(variable).matches()) {
                    add(key(variable), value, "environment " + name);
                }
            }
        });
    }

    /** Takes one setting of the command line. */
    public void addFlag(String key, String value) {
        add(key, value, "command line");
    }

    private void add(String key, String value, String origin) {
        settings.put(key, new Given(value.trim(), origin));
    }

    private static String key(String variable) {
        return variable.toLowerCase(Locale.ROOT)
                .replace("___", "-")
                .replace("__", "\0")
                .replace('_', '.')
                .replace('\0', '_');
    }

    /** The value that a setting was given, when it was. */
    public Optional<String> given(String key) {
        return Optional.ofNullable(settings.get(key)).map(Given::value);
    }

    /**
     * The configuration that results.
     *
     * @throws ConfigException that names all missing, malformed and unknown settings at once
     */
    public StreamsConfiguration configuration() {
        Properties properties = new Properties();
        settings.forEach((key, given) -> properties.setProperty(key, given.value));
        return StreamsConfiguration.of(properties);
    }

    /** Every setting with its value and where it comes from, one a line, secrets hidden. */
    public List<String> describe() {
        Map<String, String> lines = new TreeMap<>();
        StreamsSettings.DEFINITION
                .defaultValues()
                .forEach((key, value) -> lines.put(key, line(key, text(value), "default")));
        settings.forEach((key, given) -> lines.put(key, line(key, given.value, given.origin)));
        return new ArrayList<>(lines.values());
    }

    private static String text(Object value) {
        return value instanceof Password password ? password.value() : String.valueOf(value);
    }

    private static String line(String key, String value, String origin) {
        return key + "=" + Secrets.shown(key, value) + "  # " + origin;
    }
}
