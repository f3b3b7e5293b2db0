package dev.pinflow.connect.s3.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectBufferTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "spilled every {0} bytes")
    @ValueSource(ints = {Integer.MAX_VALUE, 1_000_000, 70_000})
    void readsBackWhatWasWrittenInPiecesOfAnySize(int spilledEvery) throws IOException {
        byte[] content = new byte[3_000_001];
        new Random(7).nextBytes(content);
        try (ObjectBuffers buffers = buffers(folder);
                ObjectBuffer buffer = buffers.open()) {
            int at = 0;
            int spilled = 0;
            for (int piece = 1; at < content.length; piece = piece * 3 % 50_000 + 1) {
                int length = Math.min(piece, content.length - at);
                buffer.write(content, at, length);
                at += length;
                if (at - spilled > spilledEvery) {
                    buffer.spill();
                    spilled = at;
                }
            }
            assertThat(buffer.size()).isEqualTo(content.length);
            assertThat(read(buffer, 0, content.length)).isEqualTo(content);
            assertThat(read(buffer, 4096, 5000)).isEqualTo(Arrays.copyOfRange(content, 4096, 9096));
            assertThat(read(buffer, 900_000, 2_000_000)).isEqualTo(Arrays.copyOfRange(content, 900_000, 2_900_000));
            assertThat(read(buffer, content.length, 0)).isEmpty();
        }
    }

    @Test
    void writesSingleBytesToo() throws IOException {
        try (ObjectBuffers buffers = buffers(folder);
                ObjectBuffer buffer = buffers.open()) {
            for (int i = 0; i < 10_000; i++) {
                buffer.write(i);
            }
            buffer.spill();
            try (InputStream in = buffer.open(9_999, 1)) {
                assertThat(in.read()).isEqualTo(9_999 & 0xFF);
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void givesMemoryBackWhenItIsSpilledAndWhenItIsClosed() {
        try (ObjectBuffers buffers = buffers(folder)) {
            ObjectBuffer one = buffers.open();
            ObjectBuffer other = buffers.open();
            one.write(new byte[2_000_000]);
            other.write(new byte[100]);
            assertThat(buffers.budget().used()).isGreaterThan(2_000_000);
            assertThat(buffers.budget().excess()).isPositive();
            one.spill();
            assertThat(one.heapBytes()).isZero();
            assertThat(buffers.budget().used()).isEqualTo(other.heapBytes());
            other.close();
            one.close();
            one.close();
            assertThat(buffers.budget().used()).isZero();
        }
    }

    @Test
    void leavesNoFileBehindAndRemovesWhatAKilledOwnerHasLeft() throws IOException {
        Path leftOver = Files.createDirectories(folder.resolve("pinflow-s3-sink-1"));
        Files.writeString(leftOver.resolve("lock"), "");
        Files.writeString(leftOver.resolve("7"), "records");
        Path other = Files.createDirectories(folder.resolve("other"));
        try (ObjectBuffers living = buffers(folder)) {
            ObjectBuffer kept = living.open();
            kept.write(1);
            kept.spill();
            try (ObjectBuffers buffers = buffers(folder)) {
                ObjectBuffer buffer = buffers.open();
                buffer.write(new byte[10]);
                buffer.spill();
                assertThat(leftOver).doesNotExist();
            }
            assertThat(kept.size()).isEqualTo(1);
            assertThat(entries(folder)).hasSize(2);
        }
        assertThat(entries(folder)).containsExactly(other);
    }

    @Test
    void saysWhichOptionNamesTheFolderThatCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (ObjectBuffers buffers = buffers(file);
                ObjectBuffer buffer = buffers.open()) {
            buffer.write(1);
            assertThatThrownBy(buffer::spill)
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("buffer.dir", file.toString());
            assertThat(buffer.size()).isEqualTo(1);
        }
    }

    private static ObjectBuffers buffers(Path folder) {
        return new ObjectBuffers(new BufferConfig(1_000_000, folder));
    }

    private static byte[] read(ObjectBuffer buffer, long from, long length) throws IOException {
        try (InputStream in = buffer.open(from, length)) {
            return in.readAllBytes();
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
