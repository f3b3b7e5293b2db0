package dev.pinflow.connect.rds.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseConfigTest {
    private static DatabaseConfig parse(Map<String, String> options) {
        ConfigDef def = new ConfigDef();
        DatabaseConfig.define(def);
        Map<String, String> complete =
                new HashMap<>(Map.of("connection.url", "jdbc:mysql://db/posts", "connection.user", "app"));
        complete.putAll(options);
        return DatabaseConfig.of(new AbstractConfig(def, complete, false));
    }

    @Test
    void hasTimeOutsByDefault() {
        assertThat(parse(Map.of()))
                .isEqualTo(new DatabaseConfig(
                        "jdbc:mysql://db/posts",
                        "app",
                        new Password(""),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30)));
    }

    @Test
    void takesEveryOption() {
        assertThat(parse(Map.of(
                        "connection.url", "jdbc:mysql://other:3307/p?connectionAttributes=a:b",
                        "connection.user", "reader",
                        "connection.password", "x",
                        "connection.connect.timeout.ms", "1000",
                        "connection.socket.timeout.ms", "2000")))
                .isEqualTo(new DatabaseConfig(
                        "jdbc:mysql://other:3307/p?connectionAttributes=a:b",
                        "reader",
                        new Password("x"),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2)));
    }

    @Test
    void showsTheUrlWithoutItsParameters() {
        assertThat(parse(Map.of("connection.url", "jdbc:mysql://db/posts?trustCertificateKeyStorePath=x"))
                        .displayName())
                .isEqualTo("jdbc:mysql://db/posts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://app:s3cret@db/posts",
                "jdbc:mysql://app@db/posts",
                "jdbc:mysql://db/posts?user=s3cret",
                "jdbc:mysql://db/posts?a=b&PassWord=s3cret",
                "jdbc:mysql://db/posts?password1=s3cret",
                "jdbc:mysql://db/posts?trustCertificateKeyStorePassword=s3cret",
                "jdbc:mysql://db/posts?%70assword=s3cret",
                "jdbc:mysql://address=(host=db)(user=s3cret)/posts",
                "jdbc:mysql://(host=db,password=s3cret)/posts"
            })
    void refusesCredentialsInTheUrlWithoutRepeatingThem(String url) {
        assertThatThrownBy(() -> parse(Map.of("connection.url", url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("connection.url must not hold credentials")
                .hasMessageContaining("connection.password")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db:3306", "jdbc:postgresql://db/posts", "jdbc:mysql"})
    void refusesOtherUrls(String url) {
        assertThatThrownBy(() -> parse(Map.of("connection.url", url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("connection.url must start with jdbc:mysql:");
    }
}
