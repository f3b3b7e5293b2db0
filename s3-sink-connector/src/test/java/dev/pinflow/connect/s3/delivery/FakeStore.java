package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.Lines;
import dev.pinflow.connect.s3.upload.EarlyParts;
import dev.pinflow.connect.s3.upload.ObjectFamily;
import dev.pinflow.connect.s3.upload.ObjectUploads;
import dev.pinflow.connect.s3.upload.RecordOrigin;
import dev.pinflow.connect.s3.upload.SealedObject;
import dev.pinflow.connect.s3.upload.SealedSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.errors.ConnectException;

/** Keeps objects in memory: at once, or when it is told to. */
final class FakeStore implements ObjectUploads {
    private final Map<String, String> objects = new LinkedHashMap<>();
    private final Map<String, Long> records = new LinkedHashMap<>();
    private final Map<String, Long> others = new HashMap<>();
    private final List<Runnable> held = new ArrayList<>();
    private final List<ObjectFamily> families = new ArrayList<>();
    private boolean holding;
    private Optional<String> refusal = Optional.empty();

    @Override
    public CompletableFuture<Long> write(SealedSet set) {
        CompletableFuture<Long> result = new CompletableFuture<>();
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(new ConnectException(refusal.get()));
        }
        Runnable write = () -> result.complete(store(set));
        if (holding) {
            held.add(write);
        } else {
            write.run();
        }
        return result;
    }

    @Override
    public EarlyParts begin(String key, RecordOrigin origin) {
        throw new UnsupportedOperationException("objects are small here");
    }

    @Override
    public void take(ObjectFamily family) {
        families.add(family);
    }

    Map<String, String> objects() {
        return objects;
    }

    /** The number of records by which each object is marked. */
    Map<String, Long> records() {
        return records;
    }

    List<ObjectFamily> families() {
        return families;
    }

    /** From now on, writes wait for {@link #release}. */
    void hold() {
        holding = true;
    }

    /** Number of writes that wait. */
    int held() {
        return held.size();
    }

    /** Does what waits. */
    void release() {
        List<Runnable> writes = List.copyOf(held);
        held.clear();
        writes.forEach(Runnable::run);
    }

    /** From now on, nothing is taken. */
    void refuse(String reason) {
        refusal = Optional.of(reason);
    }

    /** Another writer has written an object under this key that ends with the given offset. */
    void another(String key, long end) {
        others.put(key, end);
    }

    private long store(SealedSet set) {
        Long end = others.get(set.anchor().key());
        if (end != null) {
            return end;
        }
        set.companions().forEach(this::keep);
        keep(set.anchor());
        return set.offsets().last();
    }

    private void keep(SealedObject object) {
        objects.put(object.key(), Lines.text(object.content()));
        records.put(object.key(), object.offsets().records());
        object.content().close();
    }
}
