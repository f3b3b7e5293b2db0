package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.Lines;
import dev.pinflow.connect.s3.upload.ObjectUploader;
import dev.pinflow.connect.s3.upload.SealedObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.errors.RetriableException;

/** Keeps objects in memory and fails when told to. */
final class FakeStore implements ObjectUploader {
    private final Map<String, String> objects = new LinkedHashMap<>();
    private final Map<String, Long> records = new LinkedHashMap<>();
    private String failing = "nothing";
    private boolean always;
    private Runnable duration = () -> {};

    @Override
    public void upload(SealedObject object) {
        duration.run();
        if (always || object.key().endsWith(failing)) {
            failing = "nothing";
            throw new RetriableException("not now");
        }
        objects.put(object.key(), Lines.text(object.content()));
        records.put(object.key(), object.records());
    }

    Map<String, String> objects() {
        return objects;
    }

    /** The number of records by which each object is marked. */
    Map<String, Long> records() {
        return records;
    }

    void failOnce(String suffix) {
        failing = suffix;
    }

    /** What happens while an object is uploaded. */
    void during(Runnable happens) {
        duration = happens;
    }

    void failAlways() {
        always = true;
    }
}
