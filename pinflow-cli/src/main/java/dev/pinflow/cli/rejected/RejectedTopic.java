package dev.pinflow.cli.rejected;

import dev.pinflow.cli.cluster.CommittedRecords;
import dev.pinflow.cli.cluster.KafkaOptions;
import dev.pinflow.cli.cluster.UserOption;
import dev.pinflow.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;

/** One user's rejected topic, and what of it a verb is about. */
final class RejectedTopic {
    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private UserOption user;

    @Mixin
    private Selection selection;

    Topics topics() {
        return user.topics(kafka.stack());
    }

    Map<String, Object> clientProperties() {
        return kafka.clientProperties();
    }

    /** Refuses a selection that cannot be meant, before anything is done. */
    void requireValid() {
        selection.requireTopicOf(topics());
    }

    /** How many records the reader of {@link #read} may take. */
    long max() {
        return selection.max();
    }

    /**
     * Shows the selected records to the reader, each partition in its order, until it has had enough. Records that do
     * not say where they came from are told of on stderr and left out.
     *
     * @param reader says of each record whether it wants another one
     */
    void read(Predicate<RejectedRecord> reader) {
        requireValid();
        Topics topics = topics();
        long[] foreign = {0};
        new CommittedRecords(clientProperties())
                .read(List.of(topics.rejected()), CommittedRecords.End.STABLE, record -> {
                    Optional<RejectedRecord> rejected = RejectedRecord.of(record)
                            .filter(ours -> topics.raw().contains(ours.raw().topic()));
                    if (rejected.isEmpty()) {
                        foreign[0]++;
                        return true;
                    }
                    return !selection.matches(rejected.get(), topics) || reader.test(rejected.get());
                });
        if (foreign[0] > 0) {
            System.err.println("Left out: " + foreign[0] + " of the records in " + topics.rejected()
                    + ", whose headers do not name one of the user's raw topics as their origin.");
        }
    }
}
