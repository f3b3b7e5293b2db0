package dev.pinflow.connect.s3.client;

import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** What the configuration adds to every request of a kind: encryption, ACL, digest. Safe for use by several threads. */
public final class RequestSettings {
    public void onPut(PutObjectRequest.Builder request) {
        // Nothing is configured yet.
    }

    public void onCreate(CreateMultipartUploadRequest.Builder request) {
        // Nothing is configured yet.
    }

    public void onPart(UploadPartRequest.Builder request) {
        // Nothing is configured yet.
    }

    public void onHead(HeadObjectRequest.Builder request) {
        // Nothing is configured yet.
    }

    public void onCopy(CopyObjectRequest.Builder request) {
        // Nothing is configured yet.
    }
}
