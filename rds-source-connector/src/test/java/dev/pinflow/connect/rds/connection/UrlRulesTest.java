package dev.pinflow.connect.rds.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.conf.PropertyDefinitions;
import com.mysql.cj.conf.PropertyKey;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {
    private static final String SECRET = "s3cret";

    private static void check(String url) {
        new UrlRules().ensureValid("connection.url", url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/posts",
                "jdbc:mysql://db:3307/posts?allowPublicKeyRetrieval=true",
                "jdbc:mysql://[::1]:3306/posts",
                "jdbc:mysql://db/posts?useCompression=true&tlsVersions=TLSv1.3&connectionAttributes=program:pinflow",
                "jdbc:mysql://address=(host=db)(port=3306)/posts",
                "jdbc:mysql://(host=db,port=3306)/posts",
                "jdbc:mysql:loadbalance://a:3306,b:3306/posts",
                "jdbc:mysql+srv://db.example/posts",
                "jdbc:mysql://db/caf%C3%A9"
            })
    void acceptsUrlsThatOnlyLeadToTheDatabase(String url) {
        if (url.startsWith("jdbc:mysql:")) {
            assertThatCode(() -> check(url)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> check(url)).hasMessageContaining("must start with jdbc:mysql:");
        }
    }

    static List<String> credentials() {
        return List.of(
                "jdbc:mysql://app:s3cret@db/posts",
                "jdbc:mysql://s3cret@db/posts",
                "jdbc:mysql://app:s3cret/x@db/posts",
                "jdbc:mysql://app%3As3cret%40db/posts",
                "jdbc:mysql://app:s3cret@[a,b]/posts",
                "jdbc:mysql://app:s3cret@(host=db)/posts",
                "jdbc:mysql://[(host=a,port=1,user=s3cret),(host=b)]/posts",
                "jdbc:mysql://[app:s3cret@a:3306,b:3306]/posts",
                "jdbc:mysql:replication://a,(host=b,password=s3cret)/posts",
                "jdbc:mysql:loadbalance://address=(host=a)(USER=s3cret),b/posts",
                "jdbc:mysql://address=(host=db)(password=s3cret)/posts",
                "jdbc:mysql://db/posts?user=s3cret",
                "jdbc:mysql://db/posts?USER=s3cret",
                "jdbc:mysql://db/posts?a=b&PassWord=s3cret",
                "jdbc:mysql://db/posts?password1=s3cret",
                "jdbc:mysql://db/posts?Password3=s3cret",
                "jdbc:mysql://db/posts?%70assword=s3cret",
                "jdbc:mysql://db/posts?pass%77ord=s3cret",
                "jdbc:mysql://db/posts? password =s3cret",
                "jdbc:mysql://db/posts?trustCertificateKeyStorePassword=s3cret",
                "jdbc:mysql://db/posts?clientCertificateKeyStorePassword=s3cret",
                "jdbc:mysql://db/posts?xdevapi.ssl-keystore-password=s3cret",
                "jdbc:mysql://db?password=s3cret",
                "jdbc:mysql:///?password=s3cret");
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void refusesCredentialsInEveryForm(String url) {
        assertThatThrownBy(() -> check(url))
                .isInstanceOf(ConfigException.class)
                .hasNoCause()
                .hasMessageContaining("connection.url must not hold credentials")
                .hasMessageContaining("connection.password")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?queryInterceptors=s3cret                   | queryInterceptors              | code",
                "?QUERYINTERCEPTORS=s3cret                   | queryInterceptors              | code",
                "?%71ueryInterceptors=s3cret                 | queryInterceptors              | code",
                "?connectionLifecycleInterceptors=s3cret     | connectionLifecycleInterceptors | code",
                "?exceptionInterceptors=s3cret               | exceptionInterceptors          | code",
                "?propertiesTransform=s3cret                 | propertiesTransform            | code",
                "?socketFactory=s3cret                       | socketFactory                  | code",
                "?authenticationPlugins=s3cret               | authenticationPlugins          | code",
                "?defaultAuthenticationPlugin=s3cret         | defaultAuthenticationPlugin    | code",
                "?parseInfoCacheFactory=s3cret               | queryInfoCacheFactory          | code",
                "?logger=s3cret                              | logger                         | code",
                "?allowLoadLocalInfile=true                  | allowLoadLocalInfile           | files",
                "?allowUrlInLocalInfile=true                 | allowUrlInLocalInfile          | files",
                "?allowLoadLocalInfileInPath=/s3cret         | allowLoadLocalInfileInPath     | files",
                "?serverRSAPublicKeyFile=/s3cret             | serverRSAPublicKeyFile         | files",
                "?useConfigs=s3cret                          | useConfigs                     | files",
                "?sslMode=DISABLED                           | sslMode                        | connection.tls.mode",
                "?useSSL=false                               | useSSL                         | connection.tls.mode",
                "?requireSSL=false                           | requireSSL                     | connection.tls.mode",
                "?trustCertificateKeyStoreUrl=file:/s3cret   | trustCertificateKeyStoreUrl    | connection.tls.truststore.location",
                "?connectTimeout=0                           | connectTimeout                 | connection.connect.timeout.ms",
                "?socketTimeout=0                            | socketTimeout                  | connection.socket.timeout.ms",
                "?autoReconnect=true                         | autoReconnect                  | retry.budget.ms",
                "?useServerPrepStmts=false                   | useServerPrepStmts             | leave it out",
                "?serverTimezone=Asia/Seoul                  | connectionTimeZone             | leave it out",
                "?tinyInt1isBit=true                         | tinyInt1isBit                  | leave it out",
                "?zeroDateTimeBehavior=ROUND                 | zeroDateTimeBehavior           | leave it out",
                "?sessionVariables=sql_mode=ANSI             | sessionVariables               | leave it out",
                "?maxRows=1                                  | maxRows                        | leave it out",
                "?useCompression=true&tcpKeepAlive=false     | tcpKeepAlive                   | leave it out",
            })
    void refusesParametersThatReachTooFar(String parameters, String named, String way) {
        assertThatThrownBy(() -> check("jdbc:mysql://db/posts" + parameters))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("connection.url sets " + named + ", which ")
                .hasMessageContaining(way)
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://(host=db,socketFactory=s3cret)/posts",
                "jdbc:mysql://address=(host=db)(socketFactory=s3cret)/posts",
                "jdbc:mysql://address=(host=db)(SOCKETFACTORY=s3cret)/posts",
                "jdbc:mysql:loadbalance://a:3306,(host=b,%73ocketFactory=s3cret)/posts",
                "jdbc:mysql:replication://address=(type=source)(host=a),address=(host=b)(socketFactory=s3cret)/posts"
            })
    void findsParametersOfSingleHosts(String url) {
        assertThatThrownBy(() -> check(url))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("connection.url sets socketFactory")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void namesAllThatAreRefusedAtOnce() {
        assertThatThrownBy(() -> check("jdbc:mysql://db/posts?sslMode=REQUIRED&logger=s3cret&useSSL=true"))
                .hasMessageContaining("sets logger, which names code")
                .hasMessageContaining("sets sslMode, useSSL, which has an option of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db:3306", "jdbc:postgresql://s3cret/posts", "jdbc:mysql", "JDBC:MYSQL://s3cret/p"})
    void refusesOtherUrls(String url) {
        assertThatThrownBy(() -> check(url))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("connection.url must start with jdbc:mysql:")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://db/posts?s3cret=%zz", "jdbc:mysql://s3cret:port/posts", "jdbc:mysql:s3cret"})
    void refusesUrlsThatTheDriverCannotReadWithoutRepeatingThem(String url) {
        assertThatThrownBy(() -> check(url))
                .isInstanceOf(ConfigException.class)
                .hasNoCause()
                .hasMessageContaining("connection.url")
                .hasMessageNotContaining(SECRET);
    }

    /** Fails when a new version of the driver has a new parameter of that sort. */
    @ParameterizedTest
    @MethodSource("suspiciousParameters")
    void refusesWhateverTheDriverDescribesAsAClassAFileOrAPassword(PropertyKey key) {
        assertThat(UrlRefusal.of(key)).as(key.getKeyName()).isPresent();
    }

    static Stream<PropertyKey> suspiciousParameters() {
        Pattern suspicious = Pattern.compile(
                "\\b(class|classes|file|path|password|implements|provider)\\b", Pattern.CASE_INSENSITIVE);
        Set<PropertyKey> harmless = Set.of(
                PropertyKey.passwordCharacterEncoding,
                PropertyKey.disconnectOnExpiredPasswords,
                PropertyKey.disabledAuthenticationPlugins,
                PropertyKey.loadBalanceConnectionGroup,
                PropertyKey.replicationConnectionGroup,
                PropertyKey.tcpTrafficClass);
        Set<PropertyKey> found = new TreeSet<>();
        PropertyDefinitions.PROPERTY_KEY_TO_PROPERTY_DEFINITION.forEach((key, definition) -> {
            boolean xProtocol = key.getKeyName().startsWith("xdevapi");
            if (!xProtocol
                    && !harmless.contains(key)
                    && suspicious.matcher(definition.getDescription()).find()) {
                found.add(key);
            }
        });
        assertThat(found).hasSizeGreaterThan(20);
        return found.stream();
    }
}
