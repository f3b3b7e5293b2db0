package dev.pinflow.connect.s3.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaAffixTest {
    private static final Schema NAMED = SchemaBuilder.struct().name("a.Event").build();

    @ParameterizedTest
    @CsvSource({
        "NONE, partition=3",
        "PREFIX, schema_name=a.Event/partition=3",
        "SUFFIX, partition=3/schema_name=a.Event"
    })
    void addsTheNameOfTheSchema(String affix, String encoded) {
        assertThat(encode(affix, NAMED)).isEqualTo(encoded);
    }

    @Test
    void showsNullWhereThereIsNoName() {
        assertThat(encode("PREFIX", null)).isEqualTo("schema_name=null/partition=3");
        assertThat(encode("SUFFIX", Schema.STRING_SCHEMA)).isEqualTo("partition=3/schema_name=null");
    }

    private static String encode(String affix, Schema schema) {
        return Partitions.partitioner(Map.of("s3.schema.partition.affix.type", affix))
                .encode(Partitions.sinkRecord(schema, "x"), 0);
    }
}
