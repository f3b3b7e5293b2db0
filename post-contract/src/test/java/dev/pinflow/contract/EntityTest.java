package dev.pinflow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EntityTest {
    @Test
    void onlyThePinTableCallsItsKeyIndex() {
        assertThat(Entity.PIN.keyColumn()).isEqualTo("index");
        assertThat(Entity.GEO.keyColumn()).isEqualTo(Entity.USER.keyColumn()).isEqualTo("ind");
    }
}
