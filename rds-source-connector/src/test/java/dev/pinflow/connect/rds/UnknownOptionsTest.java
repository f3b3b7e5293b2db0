package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownOptionsTest {
    private static List<ConfigValue> suspicious(String name) {
        return new UnknownOptions(PostingSourceConfig.definition().names()).among(List.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "conection.password, did you mean connection.password?",
        "connection.usr, did you mean connection.user?",
        "conn3ction.url, did you mean connection.url?",
        "table, did you mean tables?",
        "topics.prefix, did you mean topic.prefix?",
        "connection.pool.size, correct its name",
        "retry.attempts, correct its name",
        "postings.rate.limit, correct its name",
        "credentials.aws.profile, correct its name",
        "connection.tls.truststore.locaton, did you mean connection.tls.truststore.location?",
    })
    void reportsWhatLooksLikeAnOptionOfTheConnector(String name, String hint) {
        assertThat(suspicious(name)).singleElement().satisfies(value -> {
            assertThat(value.name()).isEqualTo(name);
            assertThat(value.value()).isNull();
            assertThat(value.errorMessages())
                    .singleElement()
                    .asString()
                    .startsWith(name)
                    .contains(hint);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "connector.class",
                "connector.plugin.version",
                "tasks.max",
                "tasks.max.enforce",
                "key.converter",
                "key.converter.schemas.enable",
                "value.converter.schemas.enable",
                "header.converter",
                "value.converter.plugin.version",
                "transforms",
                "transforms.route.type",
                "predicates.none.type",
                "errors.tolerance",
                "errors.log.enable",
                "producer.override.linger.ms",
                "topic.creation.default.partitions",
                "topic.creation.groups",
                "exactly.once.support",
                "transaction.boundary",
                "transaction.boundary.interval.ms",
                "offsets.storage.topic",
                "config.action.reload",
                "credentials.provider.vault.address",
                "owner",
                "com.example.team"
            })
    void leavesConnectsOwnAndForeignOptionsAlone(String name) {
        assertThat(suspicious(name)).isEmpty();
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
    }
}
