package dev.pinflow.connect.s3.client;

import dev.pinflow.connect.s3.problem.Rules;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * What the configuration adds to every request of a kind: encryption, ACL, digest. Safe for use by several threads.
 *
 * @param acl empty to leave access to the bucket
 * @param sendsDigest whether bodies are to go with a Content-MD5
 */
public record RequestSettings(Encryption encryption, Optional<ObjectCannedACL> acl, boolean sendsDigest) {
    static final String ACL = "s3.acl.canned";
    static final String SEND_DIGEST = "s3.send.digest";

    private static final List<String> ACLS = ObjectCannedACL.knownValues().stream()
            .map(ObjectCannedACL::toString)
            .sorted()
            .toList();

    static void define(ConfigDef def) {
        Encryption.define(def);
        def.define(
                ACL,
                ConfigDef.Type.STRING,
                null,
                Rules.accepted(
                        text -> text.isBlank() || ACLS.contains(text), "must be one of " + String.join(", ", ACLS)),
                Importance.LOW,
                "Canned ACL of every object, for buckets that still have ACLs; needs s3:PutObjectAcl. Unset: none.");
        def.define(
                SEND_DIGEST,
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.LOW,
                "Send the MD5 of each body, which buckets with object lock ask for; reads every byte once more.");
    }

    static RequestSettings from(AbstractConfig config) {
        return new RequestSettings(
                Encryption.from(config),
                Optional.ofNullable(config.getString(ACL))
                        .filter(name -> !name.isBlank())
                        .map(ObjectCannedACL::fromValue),
                config.getBoolean(SEND_DIGEST));
    }

    public void onPut(PutObjectRequest.Builder request) {
        request.serverSideEncryption(encryption.header()).ssekmsKeyId(encryption.kmsKeyHeader());
        acl.ifPresent(request::acl);
        encryption
                .customerKey()
                .ifPresent(key -> request.sseCustomerAlgorithm(CustomerKey.ALGORITHM)
                        .sseCustomerKey(key.key().value())
                        .sseCustomerKeyMD5(key.md5()));
    }

    /** As {@link #onPut(PutObjectRequest.Builder)}; the content is opened, read and closed only if a digest is sent. */
    public void onPut(PutObjectRequest.Builder request, Supplier<? extends InputStream> content) {
        onPut(request);
        if (sendsDigest) {
            request.contentMD5(ContentMd5.of(content.get()));
        }
    }

    public void onCreate(CreateMultipartUploadRequest.Builder request) {
        request.serverSideEncryption(encryption.header()).ssekmsKeyId(encryption.kmsKeyHeader());
        acl.ifPresent(request::acl);
        encryption
                .customerKey()
                .ifPresent(key -> request.sseCustomerAlgorithm(CustomerKey.ALGORITHM)
                        .sseCustomerKey(key.key().value())
                        .sseCustomerKeyMD5(key.md5()));
    }

    public void onPart(UploadPartRequest.Builder request) {
        encryption
                .customerKey()
                .ifPresent(key -> request.sseCustomerAlgorithm(CustomerKey.ALGORITHM)
                        .sseCustomerKey(key.key().value())
                        .sseCustomerKeyMD5(key.md5()));
    }

    /** As {@link #onPart(UploadPartRequest.Builder)}; the content is opened, read and closed only if a digest is sent. */
    public void onPart(UploadPartRequest.Builder request, Supplier<? extends InputStream> content) {
        onPart(request);
        if (sendsDigest) {
            request.contentMD5(ContentMd5.of(content.get()));
        }
    }

    public void onHead(HeadObjectRequest.Builder request) {
        encryption
                .customerKey()
                .ifPresent(key -> request.sseCustomerAlgorithm(CustomerKey.ALGORITHM)
                        .sseCustomerKey(key.key().value())
                        .sseCustomerKeyMD5(key.md5()));
    }

    /** The source is an object of this connector too, so that it has the same key. */
    public void onCopy(CopyObjectRequest.Builder request) {
        request.serverSideEncryption(encryption.header()).ssekmsKeyId(encryption.kmsKeyHeader());
        acl.ifPresent(request::acl);
        encryption
                .customerKey()
                .ifPresent(key -> request.sseCustomerAlgorithm(CustomerKey.ALGORITHM)
                        .sseCustomerKey(key.key().value())
                        .sseCustomerKeyMD5(key.md5())
                        .copySourceSSECustomerAlgorithm(CustomerKey.ALGORITHM)
                        .copySourceSSECustomerKey(key.key().value())
                        .copySourceSSECustomerKeyMD5(key.md5()));
    }
}
