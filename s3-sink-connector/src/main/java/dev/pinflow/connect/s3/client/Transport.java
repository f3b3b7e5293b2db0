package dev.pinflow.connect.s3.client;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** How bytes get to the store. */
record Transport(Optional<Proxy> proxy, boolean expectsContinue) {
    static final String EXPECT_CONTINUE = "s3.http.send.expect.continue";

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Without a byte from the store; it answers an upload within seconds once it has all of it. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final int LEAST_CONNECTIONS = 50;

    static void define(ConfigDef def) {
        Proxy.define(def);
        def.define(
                EXPECT_CONTINUE,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "Ask whether the store takes a body before sending it: a refusal then costs no upload, but every"
                        + " upload one more round trip. Stores that do not understand the question need false.");
    }

    static Transport from(AbstractConfig config) {
        return new Transport(Proxy.from(config), config.getBoolean(EXPECT_CONTINUE));
    }

    /** @param threads that use the client at the same time; none of them waits for a connection */
    Apache5HttpClient.Builder http(int threads) {
        Apache5HttpClient.Builder builder = Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(SILENCE)
                .maxConnections(Math.max(LEAST_CONNECTIONS, threads))
                .tcpKeepAlive(true)
                .expectContinueEnabled(expectsContinue);
        proxy.map(Proxy::configuration).ifPresent(builder::proxyConfiguration);
        return builder;
    }
}
