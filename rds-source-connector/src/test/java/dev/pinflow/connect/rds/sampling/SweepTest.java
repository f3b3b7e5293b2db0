package dev.pinflow.connect.rds.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class SweepTest {
    @Property
    void takesEachPositionOnceInOrder(
            @ForAll @IntRange(min = -50, max = 50) int min, @ForAll @IntRange(max = 99) int span) {
        Sweep sweep = new Sweep(new KeyRange(min, min + span));

        assertThat(LongStream.range(0, sweep.length()).map(sweep::positionOf).toArray())
                .isEqualTo(LongStream.rangeClosed(min, min + span).toArray());
    }

    @Test
    void refusesKeysThatAreTooFarApartToBeCounted() {
        assertThatThrownBy(() -> new KeyRange(-2, Long.MAX_VALUE))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("span more than");
        assertThatThrownBy(() -> new KeyRange(0, Long.MAX_VALUE)).isInstanceOf(ConnectException.class);
    }
}
