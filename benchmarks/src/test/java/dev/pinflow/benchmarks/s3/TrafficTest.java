package dev.pinflow.benchmarks.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrafficTest {
    private final Traffic traffic = new Traffic();

    @Test
    void countsEachRequestOfAnObjectButNotThoseOfTheBucket() {
        traffic.add(RequestKind.BUCKET, 0, 200);
        traffic.add(RequestKind.CREATE_UPLOAD, 0, 200);
        traffic.add(RequestKind.UPLOAD_PART, 5, 200);
        traffic.add(RequestKind.COMPLETE_UPLOAD, 2, 200);
        traffic.add(RequestKind.PUT_OBJECT, 3, 200);

        assertThat(traffic.perObject()).isEqualTo(2);
        assertThat(traffic.bytes()).isEqualTo(10);
    }

    @Test
    void countsARefusedRequestButSeesNoObject() {
        traffic.add(RequestKind.PUT_OBJECT, 3, 503);

        assertThat(traffic.objects()).isZero();
        assertThat(traffic).hasToString("{PUT_OBJECT=1}, 1 of them failed");
    }
}
