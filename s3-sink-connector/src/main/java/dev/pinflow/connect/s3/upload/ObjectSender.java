package dev.pinflow.connect.s3.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Sends one object: by one request when it is small, in parts when it is large, or what is left of it. */
final class ObjectSender {
    private final S3Requests requests;
    private final MultipartRequests multipart;
    private final AbandonedUploads abandoned;
    private final long partBytes;
    private final Consumer<String> beforeParts;

    /**
     * @param partBytes objects below it are one request
     * @param beforeParts called with the key before a multipart upload begins
     */
    ObjectSender(
            S3Requests requests,
            MultipartRequests multipart,
            AbandonedUploads abandoned,
            long partBytes,
            Consumer<String> beforeParts) {
        this.requests = requests;
        this.multipart = multipart;
        this.abandoned = abandoned;
        this.partBytes = partBytes;
        this.beforeParts = beforeParts;
    }

    /**
     * Sends all of the object, or nothing that stays.
     *
     * @throws PreconditionFailed when the condition does not hold
     */
    void send(SealedObject object, Condition condition) {
        if (object.early().isPresent()) {
            object.early().get().complete(object, condition);
        } else if (object.content().size() < partBytes) {
            requests.put(object.key(), object.content(), object.metadata(), condition);
        } else {
            sendParts(object, condition);
        }
    }

    /** Leaves nothing behind of an object that was not sent. */
    void discard(SealedObject object) {
        object.early().ifPresent(EarlyParts::abandon);
    }

    private void sendParts(SealedObject object, Condition condition) {
        beforeParts.accept(object.key());
        String id = multipart.create(object.key(), object.metadata());
        boolean complete = false;
        try {
            List<CompletedPart> parts = new ArrayList<>();
            long size = object.content().size();
            for (long from = 0; from < size; from += partBytes) {
                long length = Math.min(partBytes, size - from);
                parts.add(multipart.part(object.key(), id, parts.size() + 1, object.content(), from, length));
            }
            multipart.complete(object.key(), id, parts, condition);
            complete = true;
        } finally {
            if (!complete) {
                abandoned.add(object.key(), id);
            }
        }
    }
}
