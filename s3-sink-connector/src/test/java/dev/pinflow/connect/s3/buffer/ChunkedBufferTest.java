package dev.pinflow.connect.s3.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkedBufferTest {
    @Test
    void readsBackWhatWasWrittenInPiecesOfAnySize() throws IOException {
        byte[] content = new byte[3_000_001];
        new Random(7).nextBytes(content);
        ChunkedBuffer buffer = new ChunkedBuffer();
        int at = 0;
        for (int piece = 1; at < content.length; piece = piece * 3 + 1) {
            int length = Math.min(piece, content.length - at);
            buffer.write(content, at, length);
            at += length;
        }
        assertThat(buffer.size()).isEqualTo(content.length);
        assertThat(buffer.open(0, buffer.size()).readAllBytes()).isEqualTo(content);
        assertThat(buffer.open(4096, 5000).readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 4096, 9096));
        assertThat(buffer.open(content.length, 0).readAllBytes()).isEmpty();
    }

    @Test
    void writesSingleBytesToo() throws IOException {
        ChunkedBuffer buffer = new ChunkedBuffer();
        for (int i = 0; i < 10_000; i++) {
            buffer.write(i);
        }
        assertThat(buffer.open(9_999, 1).read()).isEqualTo(9_999 & 0xFF);
    }
}
