package dev.pinflow.connect.rds.connection;

import com.mysql.cj.conf.ConnectionUrlParser;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.exceptions.CJException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters in a URL, those of single hosts included, as the driver's own parser finds them: so both see the same.
 * Apart from {@link UrlRules}, which has to work without the driver.
 */
final class DriverParameters {
    private DriverParameters() {}

    /** What is wrong with them, in words without any part of the URL. */
    static Optional<String> problem(String option, String url) {
        try {
            return problem(option, ConnectionUrlParser.parseConnectionString(url));
        } catch (CJException | IllegalArgumentException malformed) {
            return Optional.of(
                    option + " is not a URL that the driver can read; write it like " + UrlRules.EXAMPLE + ".");
        }
    }

    private static Optional<String> problem(String option, ConnectionUrlParser url) {
        List<String> parameters = new ArrayList<>(url.getProperties().keySet());
        for (HostInfo host : url.getHosts()) {
            if (host.getUser() != null || host.getPassword() != null) {
                return Optional.of(option + " " + UrlRules.CREDENTIALS_RULE);
            }
            parameters.addAll(host.getHostProperties().keySet());
        }
        Map<UrlRefusal, Set<PropertyKey>> refused = new EnumMap<>(UrlRefusal.class);
        for (String parameter : parameters) {
            key(parameter.strip())
                    .ifPresent(key -> UrlRefusal.of(key)
                            .ifPresent(
                                    reason -> refused.computeIfAbsent(reason, none -> EnumSet.noneOf(PropertyKey.class))
                                            .add(key)));
        }
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(refused.entrySet().stream()
                        .map(entry -> entry.getKey().message(option, entry.getValue()))
                        .collect(Collectors.joining(" ")));
    }

    /** The driver takes some names, and old names of theirs, in any case; here all are. */
    private static Optional<PropertyKey> key(String parameter) {
        return Arrays.stream(PropertyKey.values())
                .filter(key ->
                        parameter.equalsIgnoreCase(key.getKeyName()) || parameter.equalsIgnoreCase(key.getCcAlias()))
                .findFirst();
    }
}
