package dev.pinflow.connect.rds.credentials;

import com.mysql.cj.conf.ConnectionUrlParser;
import com.mysql.cj.conf.HostInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/** The one host that a URL names, in lower case as it is signed. */
record Endpoint(String host, int port) {
    private static final int DEFAULT_PORT = 3306;

    /** Such as {@code posts.cxyz0123.eu-west-1.rds.amazonaws.com}. */
    private static final Pattern RDS =
            Pattern.compile(".+\\.([a-z]{2}(?:-[a-z]+)+-[0-9]+)\\.rds\\.amazonaws\\.com(?:\\.cn)?");

    /** @param url has passed the rules for URLs */
    static Endpoint of(String url) {
        List<HostInfo> hosts = ConnectionUrlParser.parseConnectionString(url).getHosts();
        if (hosts.size() != 1 || hosts.get(0).getHost() == null) {
            throw new ConfigException(CredentialsConfig.URL + " must name exactly one host for "
                    + RdsIamCredentialsProvider.class.getSimpleName()
                    + ", because a token is for one host: give the endpoint that RDS shows.");
        }
        HostInfo host = hosts.get(0);
        return new Endpoint(
                host.getHost().toLowerCase(Locale.ROOT),
                host.getPort() == HostInfo.NO_PORT ? DEFAULT_PORT : host.getPort());
    }

    /** The region that RDS puts into its hosts' names. */
    Optional<String> region() {
        Matcher matcher = RDS.matcher(host);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
