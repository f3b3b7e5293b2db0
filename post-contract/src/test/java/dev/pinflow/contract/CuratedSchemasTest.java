package dev.pinflow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CuratedSchemasTest {
    @Test
    void pinFieldsStandInTheContractsOrder() {
        assertThat(CuratedSchemas.of(Entity.PIN).getFields())
                .extracting(Schema.Field::name)
                .containsExactly(
                        "ind",
                        "unique_id",
                        "title",
                        "description",
                        "follower_count",
                        "poster_name",
                        "tag_list",
                        "is_image_or_video",
                        "image_src",
                        "save_location",
                        "category",
                        "defects");
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldIsDocumentedAndEveryNullableOneHasADefault(Entity entity) {
        assertThat(CuratedSchemas.of(entity).getFields()).allSatisfy(field -> {
            assertThat(field.doc()).isNotBlank();
            assertThat(field.hasDefaultValue())
                    .isEqualTo(field.schema().isNullable() || field.name().equals("defects"));
        });
    }
}
