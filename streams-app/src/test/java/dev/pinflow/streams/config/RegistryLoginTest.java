package dev.pinflow.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RegistryLoginTest {
    private static final URI REGISTRY = URI.create("http://registry:8081");

    @Test
    void nobodyIsKnownByNothing() {
        assertThat(RegistryLogin.NONE.authorization()).isEmpty();
        assertThat(RegistryKind.APICURIO.serdeSettings(REGISTRY, RegistryLogin.NONE))
                .doesNotContainKey("apicurio.registry.request.headers.Authorization");
        assertThat(RegistryKind.CONFLUENT.serdeSettings(REGISTRY, RegistryLogin.NONE))
                .doesNotContainKeys("basic.auth.user.info", "bearer.auth.token");
    }

    @Test
    void userAndPasswordAreBasicAuthenticationInUtf8() {
        assertThat(new RegistryLogin("änn", "p:w", "").authorization()).contains("Basic w6RubjpwOnc=");
    }

    @Test
    void aTokenGoesOverUserAndPassword() {
        assertThat(new RegistryLogin("ann", "pw", "abc").authorization()).contains("Bearer abc");
    }

    @Test
    void theSerdeOfEitherRegistryGetsTheLogin() {
        RegistryLogin ann = new RegistryLogin("ann", "pw", "");
        RegistryLogin token = new RegistryLogin("", "", "abc");

        assertThat(RegistryKind.APICURIO.serdeSettings(REGISTRY, ann))
                .containsEntry("apicurio.registry.request.headers.Authorization", "Basic YW5uOnB3");
        assertThat(RegistryKind.CONFLUENT.serdeSettings(REGISTRY, ann))
                .containsEntry("basic.auth.credentials.source", "USER_INFO")
                .containsEntry("basic.auth.user.info", "ann:pw");
        assertThat(RegistryKind.CONFLUENT.serdeSettings(REGISTRY, token))
                .containsEntry("bearer.auth.credentials.source", "STATIC_TOKEN")
                .containsEntry("bearer.auth.token", "abc");
    }

    @Test
    void theTextHoldsNoSecret() {
        assertThat(new RegistryLogin("ann", "hunter2", "hunter2")).hasToString("a login");
        assertThat(RegistryLogin.NONE).hasToString("no login");
    }
}
