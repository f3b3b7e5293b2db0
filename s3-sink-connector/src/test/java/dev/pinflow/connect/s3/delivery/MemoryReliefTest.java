package dev.pinflow.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.connect.s3.buffer.BufferConfig;
import dev.pinflow.connect.s3.buffer.ObjectBuffer;
import dev.pinflow.connect.s3.buffer.ObjectBuffers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryReliefTest {
    private static final int LIMIT = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void isSoughtAgainAtTheLimitOnceWhatWasOnItsWayHasArrived() {
        try (ObjectBuffers buffers = new ObjectBuffers(new BufferConfig(LIMIT, folder))) {
            MemoryRelief memory = new MemoryRelief(buffers.budget());
            ObjectBuffer onItsWay = buffers.open();
            onItsWay.write(new byte[LIMIT]);
            ObjectBuffer open = buffers.open();
            open.write(new byte[LIMIT / 4]);
            assertThat(memory.isShort()).isTrue();

            memory.relieve(List.of());
            assertThat(memory.isShort()).isFalse();
            assertThat(memory.isFull()).isTrue();

            onItsWay.close();
            memory.beginPut();
            open.write(new byte[LIMIT]);
            assertThat(memory.isFull()).isTrue();
            assertThat(memory.isShort()).isTrue();
            open.close();
        }
    }
}
