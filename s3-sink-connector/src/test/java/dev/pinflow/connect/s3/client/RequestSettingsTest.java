package dev.pinflow.connect.s3.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

class RequestSettingsTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String KEY_MD5 = "KYvwGXoFFJ42a2u2GDWhwQ==";

    @Test
    void addsNothingUnasked() {
        RequestSettings settings = settings(Map.of());
        assertThat(settings.sendsDigest()).isFalse();
        assertThat(put(settings)).isEqualTo(PutObjectRequest.builder().build());
        assertThat(create(settings))
                .isEqualTo(CreateMultipartUploadRequest.builder().build());
        assertThat(part(settings)).isEqualTo(UploadPartRequest.builder().build());
        assertThat(head(settings)).isEqualTo(HeadObjectRequest.builder().build());
        assertThat(copy(settings)).isEqualTo(CopyObjectRequest.builder().build());
    }

    @Test
    void sendsTheAclWithWhateverMakesAnObject() {
        RequestSettings settings = settings(Map.of("s3.acl.canned", "public-read"));
        assertThat(put(settings).acl()).isEqualTo(ObjectCannedACL.PUBLIC_READ);
        assertThat(create(settings).acl()).isEqualTo(ObjectCannedACL.PUBLIC_READ);
        assertThat(copy(settings).acl()).isEqualTo(ObjectCannedACL.PUBLIC_READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES256", "aws:kms", "aws:kms:dsse"})
    void asksForEncryptionAlsoWithoutAKeyId(String algorithm) {
        RequestSettings settings = settings(Map.of("s3.ssea.name", algorithm));
        assertThat(put(settings).serverSideEncryptionAsString()).isEqualTo(algorithm);
        assertThat(put(settings).ssekmsKeyId()).isNull();
        assertThat(create(settings).serverSideEncryptionAsString()).isEqualTo(algorithm);
        assertThat(copy(settings).serverSideEncryptionAsString()).isEqualTo(algorithm);
        assertThat(head(settings)).isEqualTo(HeadObjectRequest.builder().build());
    }

    @Test
    void namesTheKeyOfKms() {
        RequestSettings settings = settings(Map.of("s3.ssea.name", "aws:kms", "s3.sse.kms.key.id", "alias/pins"));
        assertThat(put(settings).ssekmsKeyId()).isEqualTo("alias/pins");
        assertThat(create(settings).ssekmsKeyId()).isEqualTo("alias/pins");
        assertThat(copy(settings).ssekmsKeyId()).isEqualTo("alias/pins");
    }

    @Test
    void sendsACustomersKeyWithEveryRequestThatTouchesContent() {
        RequestSettings settings = settings(Map.of("s3.ssea.name", "AES256", "s3.sse.customer.key", KEY));
        assertThat(put(settings))
                .isEqualTo(PutObjectRequest.builder()
                        .sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(KEY)
                        .sseCustomerKeyMD5(KEY_MD5)
                        .build());
        assertThat(create(settings))
                .isEqualTo(CreateMultipartUploadRequest.builder()
                        .sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(KEY)
                        .sseCustomerKeyMD5(KEY_MD5)
                        .build());
        assertThat(part(settings))
                .isEqualTo(UploadPartRequest.builder()
                        .sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(KEY)
                        .sseCustomerKeyMD5(KEY_MD5)
                        .build());
        assertThat(head(settings))
                .isEqualTo(HeadObjectRequest.builder()
                        .sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(KEY)
                        .sseCustomerKeyMD5(KEY_MD5)
                        .build());
        assertThat(copy(settings))
                .isEqualTo(CopyObjectRequest.builder()
                        .sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(KEY)
                        .sseCustomerKeyMD5(KEY_MD5)
                        .copySourceSSECustomerAlgorithm("AES256")
                        .copySourceSSECustomerKey(KEY)
                        .copySourceSSECustomerKeyMD5(KEY_MD5)
                        .build());
    }

    @Test
    void digestsContentOnlyIfAsked() {
        RequestSettings settings = settings(Map.of("s3.send.digest", "true"));
        PutObjectRequest.Builder put = PutObjectRequest.builder();
        settings.onPut(put, () -> content("abc"));
        // RFC 1321's own example, in Base64.
        assertThat(put.build().contentMD5()).isEqualTo("kAFQmDzST7DWlj99KOF/cg==");
        UploadPartRequest.Builder part = UploadPartRequest.builder();
        settings.onPart(part, () -> content(""));
        assertThat(part.build().contentMD5()).isEqualTo("1B2M2Y8AsgTpgAmY7PhCfg==");
        settings(Map.of()).onPut(PutObjectRequest.builder(), () -> {
            throw new AssertionError("read without need");
        });
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static RequestSettings settings(Map<String, String> given) {
        assertThat(Options.problems(given)).isEmpty();
        return Options.storage(given).settings();
    }

    private static PutObjectRequest put(RequestSettings settings) {
        PutObjectRequest.Builder request = PutObjectRequest.builder();
        settings.onPut(request);
        return request.build();
    }

    private static CreateMultipartUploadRequest create(RequestSettings settings) {
        CreateMultipartUploadRequest.Builder request = CreateMultipartUploadRequest.builder();
        settings.onCreate(request);
        return request.build();
    }

    private static UploadPartRequest part(RequestSettings settings) {
        UploadPartRequest.Builder request = UploadPartRequest.builder();
        settings.onPart(request);
        return request.build();
    }

    private static HeadObjectRequest head(RequestSettings settings) {
        HeadObjectRequest.Builder request = HeadObjectRequest.builder();
        settings.onHead(request);
        return request.build();
    }

    private static CopyObjectRequest copy(RequestSettings settings) {
        CopyObjectRequest.Builder request = CopyObjectRequest.builder();
        settings.onCopy(request);
        return request.build();
    }
}
