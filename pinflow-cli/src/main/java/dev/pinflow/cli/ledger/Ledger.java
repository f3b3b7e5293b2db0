package dev.pinflow.cli.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.pinflow.cli.console.Table;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The proof that nothing was lost or doubled: per raw topic, posted + ingested + replayed = records in the topic =
 * records in S3 = curated + rejected, and curated = curated records in S3; and what was rejected lies in S3 as well.
 *
 * @param userId whose topics
 * @param topics one line a raw topic
 * @param rejected committed records in the rejected topic
 * @param rejectedInS3 records in the rejected topic's objects
 */
public record Ledger(String userId, List<LedgerLine> topics, long rejected, long rejectedInS3) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** @param postings what the source posted, empty when no source is to be asked */
    public static Ledger of(Topics topics, TopicCounts counts, ObjectCounts objects, OptionalLong postings) {
        List<LedgerLine> lines = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            String raw = topics.raw(entity);
            String curated = topics.curated(entity);
            lines.add(new LedgerLine(
                    raw,
                    postings.isPresent() ? (Long) postings.getAsLong() : null,
                    counts.ingested(raw),
                    counts.replayed(raw),
                    counts.records(raw),
                    objects.records(raw),
                    counts.records(curated),
                    counts.rejectedFrom(raw),
                    objects.records(curated)));
        }
        return new Ledger(
                topics.userId(), lines, counts.records(topics.rejected()), objects.records(topics.rejected()));
    }

    @JsonProperty
    public boolean balanced() {
        long byOrigin = topics.stream().mapToLong(LedgerLine::rejected).sum();
        return topics.stream().allMatch(LedgerLine::balances) && rejected == byOrigin && rejected == rejectedInS3;
    }

    /** The ledger as a table for people, with its verdict. */
    public String render() {
        Table table = new Table(
                "topic",
                "posted",
                "ingested",
                "replayed",
                "in topic",
                "in S3",
                "curated",
                "rejected",
                "curated S3",
                "ok");
        for (LedgerLine line : topics) {
            table.row(
                    line.topic().substring(line.topic().lastIndexOf('.') + 1),
                    line.posted() == null ? "-" : number(line.posted()),
                    number(line.ingested()),
                    number(line.replayed()),
                    number(line.records()),
                    number(line.inS3()),
                    number(line.curated()),
                    number(line.rejected()),
                    number(line.curatedInS3()),
                    line.balances() ? "yes" : "NO");
        }
        String verdict = balanced()
                ? "The ledger balances: every record that was posted is in S3, curated or rejected with its reason."
                : "The ledger does NOT balance.";
        return "Ledger of user-" + userId + "\n"
                + table.render()
                + String.format(Locale.ROOT, "Rejected: %,d in the topic, %,d in S3.%n", rejected, rejectedInS3)
                + verdict
                + System.lineSeparator();
    }

    /** Writes the ledger as JSON. */
    public void save(Path file) {
        try {
            JSON.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot be written to " + file + ".", e);
        }
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
