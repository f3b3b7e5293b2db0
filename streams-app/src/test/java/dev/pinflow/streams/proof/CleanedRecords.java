package dev.pinflow.streams.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What readers of committed records find in the curated topics and in the rejected topic. Used by one thread. */
final class CleanedRecords implements AutoCloseable {
    /** What became of a record: each list has one element in all when it was cleaned exactly once. */
    private record Found(List<String> curatedFrom, List<RawRecords.Origin> rejectedFrom) {
        Found() {
            this(new ArrayList<>(0), new ArrayList<>(0));
        }

        int times() {
            return curatedFrom.size() + rejectedFrom.size();
        }
    }

    private final Topics topics;
    private final RawRecords raw;
    private final CuratedValues values;
    private final CommittedEnd end;
    private final Map<Integer, Found> found = new HashMap<>();
    private final LatestPosts latest = new LatestPosts();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Map<String, Integer> defects = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private int curated;
    private int rejected;

    CleanedRecords(String bootstrapServers, String registry, Topics topics, RawRecords raw) {
        this.topics = topics;
        this.raw = raw;
        this.values = new CuratedValues(registry);
        List<String> outputs = new ArrayList<>(topics.curated());
        outputs.add(topics.rejected());
        this.end = new CommittedEnd(bootstrapServers, outputs);
    }

    /** Reads on for a moment. */
    void poll() {
        end.poll(this::accept);
    }

    /** Reads on to the end of what is committed. */
    void readAll() {
        end.readAll(this::accept);
    }

    int size() {
        return curated + rejected;
    }

    int curated() {
        return curated;
    }

    int rejected() {
        return rejected;
    }

    LatestPosts latest() {
        return latest;
    }

    /** How many records were rejected for which reason. */
    Map<String, Integer> reasons() {
        return reasons;
    }

    /** How often which {@code entity.column:rule} stands in curated records. */
    Map<String, Integer> defects() {
        return defects;
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(topics.rejected())) {
            acceptRejected(record);
        } else {
            acceptCurated(record);
        }
    }

    private void acceptCurated(ConsumerRecord<byte[], byte[]> record) {
        curated++;
        int id = Posting.id(record.headers());
        Entity entity = entityOf(record.topic());
        found.computeIfAbsent(id, any -> new Found()).curatedFrom().add(topics.raw(entity));
        RawRecords.Raw from = raw.byId().get(id);
        GenericRecord value = values.decode(record.value());
        latest.put(entity, record.partition(), value).ifPresent(this::problem);
        for (Object defect : (List<?>) value.get("defects")) {
            defects.merge(entity.suffix() + "." + defect, 1, Integer::sum);
        }
        if (!new String(record.key(), UTF_8).equals(value.get("ind").toString())) {
            problem("curated record " + id + " has the key " + new String(record.key(), UTF_8) + ", not its ind");
        }
        if (from != null && !from.digests().areHeadersOfCurated(record)) {
            problem("curated record " + id + " lost headers: " + record.headers());
        }
        if (from != null && from.timestamp() != record.timestamp()) {
            problem("curated record " + id + " has another timestamp: " + record.timestamp());
        }
    }

    private Entity entityOf(String curatedTopic) {
        return Stream.of(Entity.values())
                .filter(entity -> topics.curated(entity).equals(curatedTopic))
                .findFirst()
                .orElseThrow();
    }

    private void acceptRejected(ConsumerRecord<byte[], byte[]> record) {
        rejected++;
        RejectedRecord rejection = new RejectedRecord(record);
        int id = raw.idAt(rejection.origin());
        found.computeIfAbsent(id, any -> new Found()).rejectedFrom().add(rejection.origin());
        reasons.merge(rejection.reason(), 1, Integer::sum);
        RawRecords.Raw from = raw.byId().get(id);
        if (from != null) {
            rejection.problems(from).forEach(problem -> problem("rejected record " + id + " " + problem));
        }
    }

    private void problem(String problem) {
        problems.add(problem);
    }

    /** All that is wrong: what is missing, repeated, strange, or not as the posting foretold. */
    List<String> problems(List<Posting> postings) {
        List<String> all = new ArrayList<>(problems);
        found.keySet().stream()
                .filter(id -> id < 0 || id >= postings.size())
                .forEach(id -> all.add("a record of the unknown number " + id + " was cleaned"));
        for (int id = 0; id < postings.size(); id++) {
            Found what = found.getOrDefault(id, new Found());
            String name = "record " + id + " (" + postings.get(id).what() + ")";
            if (!raw.byId().containsKey(id)) {
                all.add(name + " is not in its raw topic");
            } else if (what.times() != 1) {
                all.add(name + " was cleaned " + what.times() + " times: " + what);
            } else if (!fits(postings.get(id).fate(), what)) {
                all.add(name + " should have become " + postings.get(id).fate() + ": " + what);
            } else if (!what.curatedFrom().isEmpty()
                    && !what.curatedFrom().contains(topics.raw(postings.get(id).entity()))) {
                all.add(name + " is in another entity's curated topic: " + what);
            }
        }
        return all;
    }

    private static boolean fits(Posting.Fate fate, Found what) {
        return switch (fate) {
            case CURATED -> what.rejectedFrom().isEmpty();
            case REJECTED -> what.curatedFrom().isEmpty();
            case EITHER -> true;
        };
    }

    @Override
    public void close() {
        end.close();
    }
}
