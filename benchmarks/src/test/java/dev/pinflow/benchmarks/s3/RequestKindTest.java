package dev.pinflow.benchmarks.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKindTest {
    @ParameterizedTest
    @CsvSource({
        "HEAD,   /b,                                BUCKET",
        "GET,    /b?uploads,                        BUCKET",
        "GET,    /b/?list-type=2&prefix=a%2Fb,      BUCKET",
        "PUT,    /b/topics/a%2B0.json,              PUT_OBJECT",
        "PUT,    /b/k?x-id=PutObject,               PUT_OBJECT",
        "PUT,    /b/k?tagging,                      PUT_TAGS",
        "POST,   /b/k?uploads,                      CREATE_UPLOAD",
        "PUT,    /b/k?partNumber=1&uploadId=u,      UPLOAD_PART",
        "POST,   /b/k?uploadId=u,                   COMPLETE_UPLOAD",
        "DELETE, /b/k?uploadId=u,                   ABORT_UPLOAD",
        "HEAD,   /b/k,                              HEAD_OBJECT",
        "GET,    /b/k,                              OTHER",
        "DELETE, /b/k,                              OTHER"
    })
    void isToldByMethodPathAndQuery(String method, String target, RequestKind kind) {
        assertThat(RequestKind.of(method, target)).isEqualTo(kind);
    }
}
