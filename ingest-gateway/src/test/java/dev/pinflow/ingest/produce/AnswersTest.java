package dev.pinflow.ingest.produce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.ingest.write.WriteOutcome.Failed;
import dev.pinflow.ingest.write.WriteOutcome.Kind;
import dev.pinflow.ingest.write.WriteOutcome.Written;
import dev.pinflow.ingest.write.WriteResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    private final Answers answers = new Answers();

    @Test
    void offsetsAreListedInTheOrderOfTheRecordsWithAllMembers() {
        Answer answer = answers.of(new WriteResult.Tried(List.of(new Written(0, 7), new Written(1, 3))));

        assertThat(answer)
                .isEqualTo(new Answer(
                        200,
                        "{\"offsets\":[{\"partition\":0,\"offset\":7,\"error_code\":null,\"error\":null},"
                                + "{\"partition\":1,\"offset\":3,\"error_code\":null,\"error\":null}],"
                                + "\"key_schema_id\":null,\"value_schema_id\":null}"));
    }

    @ParameterizedTest
    @CsvSource({"RETRIABLE, 200, 50003", "FATAL, 200, 50002", "UNAUTHENTICATED, 401, 40101", "UNAUTHORIZED, 403, 40301"
    })
    void aFailedRecordTellsItsCode(Kind kind, int status, int code) {
        Answer answer = answers.of(new WriteResult.Tried(List.of(new Failed(kind, "why"))));

        assertThat(answer)
                .isEqualTo(new Answer(
                        status,
                        "{\"offsets\":[{\"partition\":null,\"offset\":null,\"error_code\":" + code
                                + ",\"error\":\"why\"}],\"key_schema_id\":null,\"value_schema_id\":null}"));
    }

    @Test
    void whatWasNotTriedIsAnErrorBody() {
        assertThat(answers.of(new WriteResult.UnknownTopic()))
                .isEqualTo(new Answer(404, "{\"error_code\":40401,\"message\":\"Topic not found.\"}"));
        assertThat(answers.of(new WriteResult.UnknownPartition()))
                .isEqualTo(new Answer(404, "{\"error_code\":40402,\"message\":\"Partition not found.\"}"));
        assertThat(answers.of(new WriteResult.Unavailable("why")))
                .isEqualTo(new Answer(503, "{\"error_code\":50302,\"message\":\"Kafka is not available: why\"}"));
    }
}
