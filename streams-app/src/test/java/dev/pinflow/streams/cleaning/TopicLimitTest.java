package dev.pinflow.streams.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TopicLimitTest {
    private static final byte[] KEY = {'7'};
    private static final Headers NONE = new RecordHeaders();

    private final TopicLimit limit = new TopicLimit(1_000, 10_000, "lz4");

    @Test
    void takesWhatFits() {
        assertThat(limit.takes(KEY, new byte[900], NONE)).isTrue();
        assertThat(limit.takes(null, null, NONE)).isTrue();
    }

    @Test
    void takesWhatFitsOnceItIsCompressed() {
        assertThat(limit.takes(KEY, new byte[9_000], NONE)).isTrue();
    }

    @Test
    void refusesWhatDoesNotFitEvenCompressed() {
        byte[] noise = new byte[1_100];
        new Random(1).nextBytes(noise);

        assertThat(limit.takes(KEY, noise, NONE)).isFalse();
    }

    @Test
    void refusesWhatTheProducerWouldRefuseBeforeCompression() {
        assertThat(limit.takes(KEY, new byte[10_001], NONE)).isFalse();
    }

    @Test
    void headersCount() {
        assertThat(limit.takes(KEY, new byte[10], new RecordHeaders().add("h", new byte[10_000])))
                .isFalse();
    }

    @Test
    void nothingIsCompressedForABrokerThatCompressesAnew() {
        assertThat(new TopicLimit(1_000, 10_000, "none").takes(KEY, new byte[1_001], NONE))
                .isFalse();
    }
}
