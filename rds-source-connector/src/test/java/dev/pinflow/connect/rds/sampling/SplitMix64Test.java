package dev.pinflow.connect.rds.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitMix64Test {
    @Test
    void hashesAsTheReferenceImplementation() {
        assertThat(SplitMix64.mix(1_234_567)).isEqualTo(6_457_827_717_110_365_317L);
    }
}
