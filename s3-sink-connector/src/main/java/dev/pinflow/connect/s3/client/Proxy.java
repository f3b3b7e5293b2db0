package dev.pinflow.connect.s3.client;

import dev.pinflow.connect.s3.problem.Findings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.types.Password;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;

/**
 * A proxy between the connector and the store.
 *
 * @param url scheme, host and port only
 */
record Proxy(URI url, Optional<String> user, Password password) {
    static final String URL = "s3.proxy.url";
    static final String USER = "s3.proxy.user";
    static final String PASSWORD = "s3.proxy.password";

    private static final List<String> SCHEMES = List.of("http", "https");

    static void define(ConfigDef def) {
        def.define(
                URL,
                ConfigDef.Type.STRING,
                "",
                Importance.LOW,
                "HTTP proxy for every request, such as http://proxy:3128, with user:password@ before the host if it"
                        + " asks for them. Empty: the JVM's own proxy settings, if any.");
        def.define(USER, ConfigDef.Type.STRING, null, Importance.LOW, "User at the proxy, instead of that in the URL.");
        def.define(
                PASSWORD,
                ConfigDef.Type.PASSWORD,
                null,
                Importance.LOW,
                "Password at the proxy, instead of that in the URL.");
    }

    /** Here instead of in a validator, whose message would show the password in the URL. */
    static void check(Findings findings) {
        String url = findings.text(URL);
        if (!url.isBlank() && !isProxy(url)) {
            findings.problem(
                    URL,
                    "must be an http or https URL with a host, such as http://proxy:3128; the value is not shown"
                            + " because it may hold a password, in which special characters are written as %40");
        }
        if (url.isBlank() && (!findings.text(USER).isBlank() || findings.value(PASSWORD) != null)) {
            findings.problem(URL, "must be set because " + USER + " or " + PASSWORD + " is");
        }
    }

    static Optional<Proxy> from(AbstractConfig config) {
        String text = config.getString(URL);
        if (text.isBlank()) {
            return Optional.empty();
        }
        URI given = URI.create(text.strip());
        String[] inUrl = Optional.ofNullable(given.getUserInfo()).orElse("").split(":", 2);
        Optional<String> user = Optional.ofNullable(config.getString(USER))
                .or(() -> Optional.of(inUrl[0]))
                .filter(name -> !name.isBlank());
        Password password = Optional.ofNullable(config.getPassword(PASSWORD))
                .orElseGet(() -> new Password(inUrl.length == 2 ? inUrl[1] : ""));
        return Optional.of(new Proxy(hostOf(given), user, password));
    }

    ProxyConfiguration configuration() {
        ProxyConfiguration.Builder builder = ProxyConfiguration.builder()
                .endpoint(url)
                // What is configured here counts, not what the JVM was told for other purposes.
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false);
        // Without being asked: a body would be sent twice otherwise.
        user.ifPresent(
                name -> builder.username(name).password(password.value()).preemptiveBasicAuthenticationEnabled(true));
        return builder.build();
    }

    private static boolean isProxy(String text) {
        try {
            URI uri = new URI(text.strip());
            return uri.getHost() != null && uri.getScheme() != null && SCHEMES.contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static URI hostOf(URI given) {
        int usual = given.getScheme().equals("https") ? 443 : 80;
        int port = given.getPort() < 0 ? usual : given.getPort();
        return URI.create(given.getScheme() + "://" + given.getHost() + ":" + port);
    }
}
