package dev.pinflow.stack.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomFaultsTest {
    @Test
    void failsTheShareThatItIsToldToInAllWays() {
        Faults faults = Faults.random(7, 30);

        List<Fault> failed = IntStream.range(0, 10_000)
                .mapToObj(number -> faults.of("PUT", "/bucket/" + number))
                .flatMap(Optional::stream)
                .toList();

        assertThat(failed).hasSizeBetween(2_800, 3_200);
        Set<Fault> ways = EnumSet.copyOf(failed);
        assertThat(ways).isEqualTo(EnumSet.allOf(Fault.class));
    }

    @Test
    void tellsTheFateOfEachTryBySeedWhateverComesBetweenAndWhateverTheUploadIsCalled() {
        Faults one = Faults.random(7, 50);
        Faults other = Faults.random(7, 50);
        Faults third = Faults.random(8, 50);

        List<Optional<Fault>> fates = IntStream.range(0, 50)
                .mapToObj(number -> one.of("PUT", "/key?partNumber=1&uploadId=a"))
                .toList();
        List<Optional<Fault>> again = IntStream.range(0, 50)
                .mapToObj(number -> {
                    other.of("PUT", "/other");
                    return other.of("PUT", "/key?partNumber=1&uploadId=b" + number);
                })
                .toList();
        List<Optional<Fault>> different = IntStream.range(0, 50)
                .mapToObj(number -> third.of("PUT", "/key?partNumber=1&uploadId=a"))
                .toList();

        assertThat(again).isEqualTo(fates);
        assertThat(different).isNotEqualTo(fates);
    }

    @Test
    void failsNoneOrAllAndNothingBeyond() {
        assertThat(Faults.random(1, 0).of("GET", "/")).isEmpty();
        assertThat(Faults.random(1, 100).of("GET", "/")).isPresent();
        assertThatThrownBy(() -> Faults.random(1, 101)).hasMessage("A share of 101 % does not exist.");
    }
}
