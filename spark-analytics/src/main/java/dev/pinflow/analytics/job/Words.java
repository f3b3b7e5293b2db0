package dev.pinflow.analytics.job;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads single values of the command line; what does not parse is an IllegalArgumentException that says what would. */
public final class Words {
    private Words() {}

    /** A constant by its name in lower case. */
    public static <E extends Enum<E>> Function<String, E> choice(Class<E> type) {
        return text -> Stream.of(type.getEnumConstants())
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of "
                        + Stream.of(type.getEnumConstants()).map(Words::word).collect(Collectors.joining(", "))
                        + "."));
    }

    /** A local folder that exists or can be made. */
    public static Path folder(String text) {
        try {
            Path folder = Path.of(text);
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new IllegalArgumentException("'" + text + "' is a file: name a folder.");
            }
            return folder;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + text + "' is not a path on this machine.", e);
        }
    }

    public static URI httpAddress(String text) {
        String rule = "'" + text + "' is not a server's address: write it as http://127.0.0.1:9000.";
        try {
            URI address = new URI(text);
            if (address.getHost() == null
                    || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                throw new IllegalArgumentException(rule);
            }
            return address;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }

    /** A whole number of at least 1. */
    public static int count(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number of at least 1.");
        }
        return Integer.parseInt(text);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
