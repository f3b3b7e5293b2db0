package dev.pinflow.connect.s3.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownOptionsTest {
    private static Map<String, String> suspicious(String name) {
        return new UnknownOptions(SinkConfig.definition().names()).among(List.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "flush.sizes, flush.size",
        "fulsh.size, flush.size",
        "flush_size, flush.size",
        "Flush.Size, flush.size",
        "s3.bucketname, s3.bucket.name",
        "s3.buckt.name, s3.bucket.name",
        "format.clas, format.class",
        "rotate.schedule.intervall.ms, rotate.schedule.interval.ms",
        "rotate.interval, rotate.interval.ms",
        "partition.field.names, partition.field.name",
        "partition.class, partitioner.class",
        "timestamp.extractor.class, -",
        "topic.dir, topics.dir",
        "aws.secret.acces.key, aws.secret.access.key",
        "aws.access.key, aws.access.key.id",
        "s3.region.name, -",
        "time.zone, timezone",
        "storage.url, -",
    })
    void suggestsTheOptionThatIsLikelyMeant(String name, String meant) {
        assertThat(suspicious(name)).isEqualTo(meant.equals("-") ? Map.of() : Map.of(name, meant));
    }

    /** Connect's own, those of other software that finds its way into a sink's configuration, and free ones. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "connector.class",
                "connector.plugin.version",
                "tasks.max",
                "tasks.max.enforce",
                "topics",
                "topics.regex",
                "key.converter",
                "key.converter.schemas.enable",
                "key.converter.plugin.version",
                "value.converter",
                "value.converter.schema.registry.url",
                "value.converter.schemas.cache.config",
                "header.converter",
                "header.converter.plugin.version",
                "transforms",
                "transforms.route.type",
                "transforms.at.timestamp.field",
                "predicates",
                "predicates.none.type",
                "config.action.reload",
                "errors.tolerance",
                "errors.retry.timeout",
                "errors.retry.delay.max.ms",
                "errors.log.enable",
                "errors.log.include.messages",
                "errors.deadletterqueue.topic.name",
                "errors.deadletterqueue.topic.replication.factor",
                "errors.deadletterqueue.context.headers.enable",
                "consumer.override.max.poll.records",
                "consumer.override.retry.backoff.ms",
                "producer.override.linger.ms",
                "admin.override.retry.backoff.ms",
                "s3.credentials.provider.vault.address",
                "s3.credentials.provider.class.name",
                "schemas.enable",
                "schema.registry.url",
                "schema.version",
                "auto.register.schemas",
                "confluent.license",
                "confluent.topic.bootstrap.servers",
                "confluent.topic.replication.factor",
                "hive.metastore.uris",
                "hive.database",
                "hive.home",
                "logs.dir",
                "hdfs.url",
                "gcs.bucket.name",
                "gcs.part.size",
                "batch.size",
                "max.retries",
                "linger.ms",
                "retry.backoff.max.ms",
                "reporter.bootstrap.servers",
                "input.data.format",
                "output.data.format",
                "time.interval",
                "kafka.auth.mode",
                "owner",
                "com.example.team",
                "partition.prefix",
                "bucket",
                "",
            })
    void leavesConnectsOwnAndForeignOptionsAlone(String name) {
        assertThat(suspicious(name)).isEmpty();
    }

    @Test
    void knowsEveryOptionOfConfluentsTable() {
        assertThat(new UnknownOptions(SinkConfig.definition().names())
                        .among(ConfluentOption.table().stream()
                                .map(ConfluentOption::key)
                                .toList()))
                .isEmpty();
    }

    @Property
    void findsEveryOptionOfAtLeast12LettersWithTwoNeighboursSwapped(
            @ForAll("longNames") String name, @ForAll @IntRange(min = 1, max = 10) int place) {
        String swapped =
                name.substring(0, place) + name.charAt(place + 1) + name.charAt(place) + name.substring(place + 2);
        if (!SinkConfig.definition().names().contains(swapped)) {
            assertThat(suspicious(swapped)).containsKey(swapped);
        }
    }

    @Provide
    Arbitrary<String> longNames() {
        return Arbitraries.of(SinkConfig.definition().names().stream()
                .filter(name -> name.replace(".", "").length() >= 12 && !name.startsWith("s3.credentials.provider."))
                .toList());
    }

    @Property
    void distanceIsSymmetricAndZeroForEqualWordsOnly(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String other) {
        int distance = EditDistance.between(one, other);

        assertThat(distance).isEqualTo(EditDistance.between(other, one));
        assertThat(distance == 0).isEqualTo(one.equals(other));
        assertThat(distance).isLessThanOrEqualTo(Math.max(one.length(), other.length()));
        assertThat(EditDistance.between(one + "x", one)).isEqualTo(1);
        assertThat(EditDistance.between(one + "1y2", one + "y12")).isEqualTo(1);
    }
}
