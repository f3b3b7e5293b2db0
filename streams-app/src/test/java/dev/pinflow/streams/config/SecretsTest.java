package dev.pinflow.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.password",
                "registry.token",
                "kafka.sasl.jaas.config",
                "kafka.producer.sasl.jaas.config",
                "kafka.ssl.key.password",
                "kafka.ssl.keystore.password",
                "kafka.ssl.truststore.password",
                "kafka.ssl.keystore.key",
                "kafka.sasl.oauthbearer.client.credentials.client.secret",
                "serde.basic.auth.user.info",
                "serde.schema.registry.basic.auth.user.info",
                "serde.bearer.auth.token",
                "serde.apicurio.auth.client.secret",
                "serde.apicurio.auth.password",
                "serde.apicurio.registry.request.headers.Authorization",
                "serde.REGISTRY.PASSWORD"
            })
    void secretsAreHiddenWhole(String key) {
        assertThat(Secrets.shown(key, "hunter2")).isEqualTo("[hidden]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.id",
                "bootstrap.servers",
                "registry.user",
                "registry.url",
                "application.id",
                "kafka.security.protocol",
                "kafka.sasl.mechanism",
                "kafka.sasl.client.callback.handler.class",
                "kafka.ssl.truststore.location",
                "kafka.group.instance.id",
                "serde.apicurio.registry.use-id",
                "serde.apicurio.registry.headers.enabled"
            })
    void otherSettingsAreShown(String key) {
        assertThat(Secrets.shown(key, "visible")).isEqualTo("visible");
    }

    @ParameterizedTest
    @CsvSource({
        "https://ann:hunter2@registry:8443/apis, https://[hidden]@registry:8443/apis",
        "https://hunter2@registry, https://[hidden]@registry",
        "'http://a:hunter2@one:1,http://b:hunter2@two:2', 'http://[hidden]@one:1,http://[hidden]@two:2'",
        "http://registry:8081/a@b, http://registry:8081/a@b",
    })
    void loginsInAddressesAreHidden(String value, String shown) {
        assertThat(Secrets.shown("registry.url", value)).isEqualTo(shown);
    }

    @Test
    void whatIsEmptyHidesNothing() {
        assertThat(Secrets.shown("registry.password", "")).isEmpty();
    }
}
