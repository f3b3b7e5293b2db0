package dev.pinflow.cli.connect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connector's configuration as it stands in a file: a flat JSON object of texts.
 *
 * @param name the connector's name, the file's without {@code .json}
 * @param config the properties, with {@code ${NAME}} filled in
 */
public record ConnectorFile(String name, Map<String, String> config) {
    private static final String SUFFIX = ".json";

    /** {@code ${NAME}} or {@code ${NAME:-default}}; what Kafka's config providers read has a colon without a dash. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::-([^}]*))?}");

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** @param variables the value for a name, empty where it has none */
    public static ConnectorFile read(Path file, Function<String, Optional<String>> variables) {
        String fileName = file.getFileName().toString();
        if (!fileName.endsWith(SUFFIX)) {
            throw new Failure("The connector file " + file + " must end in .json; its name becomes the connector's.");
        }
        Map<String, String> template = parse(file);
        TreeSet<String> missing = new TreeSet<>();
        Map<String, String> config = new TreeMap<>();
        template.forEach((key, value) -> config.put(key, fill(value, variables, missing)));
        if (!missing.isEmpty()) {
            throw new Failure("The connector file " + file + " needs a value for " + String.join(", ", missing)
                    + ": give it with --set NAME=value or in the environment.");
        }
        return new ConnectorFile(fileName.substring(0, fileName.length() - SUFFIX.length()), config);
    }

    private static Map<String, String> parse(Path file) {
        try {
            return JSON.readValue(Files.readString(file), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new Failure(
                    "The connector file " + file + " is not one flat JSON object of texts: " + e.getOriginalMessage()
                            + ".",
                    e);
        } catch (IOException e) {
            throw new Failure("The connector file " + file + " cannot be read.", e);
        }
    }

    private static String fill(String value, Function<String, Optional<String>> variables, TreeSet<String> missing) {
        Matcher matcher = VARIABLE.matcher(value);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            Optional<String> replacement = variables.apply(name).or(() -> Optional.ofNullable(matcher.group(2)));
            if (replacement.isEmpty()) {
                missing.add(name);
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(replacement.orElse("")));
        }
        return matcher.appendTail(filled).toString();
    }
}
