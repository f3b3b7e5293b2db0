package dev.pinflow.connect.rds.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.connect.rds.sampling.SamplingConfig;
import dev.pinflow.connect.rds.sampling.SamplingMode;
import java.util.stream.StreamSupport;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.junit.jupiter.api.Test;

class PostingHeadersTest {
    private static final SamplingConfig SAMPLE = new SamplingConfig(SamplingMode.SAMPLE, 42);

    private static String text(ConnectHeaders headers) {
        return String.join(
                " ",
                StreamSupport.stream(headers.spliterator(), false)
                        .map(header -> header.key() + "=" + header.value() + ":"
                                + header.schema().type())
                        .toList());
    }

    @Test
    void tellThePostingTheModeAndTheSeed() {
        assertThat(text(new PostingHeaders(true, SAMPLE).of(7)))
                .isEqualTo("pinflow.posting=7:INT64 pinflow.mode=sample:STRING pinflow.seed=42:INT64");
    }

    @Test
    void leaveOutASeedOnWhichNothingDepends() {
        assertThat(text(new PostingHeaders(true, new SamplingConfig(SamplingMode.SWEEP, 42)).of(7)))
                .isEqualTo("pinflow.posting=7:INT64 pinflow.mode=sweep:STRING");
    }

    @Test
    void areNoneWhenSwitchedOff() {
        assertThat(new PostingHeaders(false, SAMPLE).of(7)).isEmpty();
    }

    @Test
    void areEachRecordsOwn() {
        PostingHeaders headers = new PostingHeaders(true, SAMPLE);
        ConnectHeaders first = headers.of(7);
        ConnectHeaders second = first.duplicate();

        first.remove(PostingHeaders.MODE);
        first.addString("more", "x");

        assertThat(text(second)).isEqualTo(text(headers.of(7)));
    }

    @Test
    void shuffledPostingsCarryTheirSeedToo() {
        assertThat(text(new PostingHeaders(true, new SamplingConfig(SamplingMode.SHUFFLE, 42)).of(7)))
                .contains("pinflow.seed=42");
    }
}
