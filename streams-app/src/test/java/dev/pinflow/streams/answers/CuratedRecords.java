package dev.pinflow.streams.answers;

import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** Curated records with the columns that matter to the answers. */
final class CuratedRecords {
    private CuratedRecords() {}

    static GenericRecord pin(int ind, String category) {
        return new GenericRecordBuilder(CuratedSchemas.of(Entity.PIN))
                .set("ind", ind)
                .set("unique_id", "u" + ind)
                .set("category", category)
                .set("defects", List.of())
                .build();
    }

    static GenericRecord geo(int ind, String country, long timestamp) {
        return new GenericRecordBuilder(CuratedSchemas.of(Entity.GEO))
                .set("ind", ind)
                .set("country", country)
                .set("timestamp", timestamp)
                .set("defects", List.of())
                .build();
    }

    /** @param age in years, or null */
    static GenericRecord user(int ind, String userName, Integer age, long dateJoined) {
        return new GenericRecordBuilder(CuratedSchemas.of(Entity.USER))
                .set("ind", ind)
                .set("user_name", userName)
                .set("age", age)
                .set("date_joined", dateJoined)
                .set("defects", List.of())
                .build();
    }
}
