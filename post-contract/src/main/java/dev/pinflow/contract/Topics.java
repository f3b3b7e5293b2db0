package dev.pinflow.contract;

import dev.pinflow.contract.report.Report;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The topic names of one user's pipeline.
 *
 * @param userId what stands behind {@code user-} in every name: {@code [A-Za-z0-9_-]+}, by custom 12 hex digits
 */
public record Topics(String userId) {
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9_-]+");

    /** @throws IllegalArgumentException when the id has other characters than {@code [A-Za-z0-9_-]} or none */
    public Topics {
        if (!USER_ID.matcher(userId).matches()) {
            throw new IllegalArgumentException("The user id '" + userId
                    + "' is not usable in topic names: use letters, digits, '_' and '-' only, such as 0123456789ab.");
        }
    }

    /** What all of the user's topic names begin with, without the dot: {@code user-<id>}. */
    public String prefix() {
        return "user-" + userId;
    }

    /** Records as posted: JSON bytes, keyed by the post index as ASCII digits. */
    public String raw(Entity entity) {
        return prefix() + "." + entity.suffix();
    }

    /** Cleaned records in the entity's Avro schema, keyed by the post index as ASCII digits. */
    public String curated(Entity entity) {
        return prefix() + ".curated." + entity.suffix();
    }

    /** Raw records that could not be cleaned: their bytes untouched, the reason in headers. */
    public String rejected() {
        return prefix() + ".rejected";
    }

    /** The three raw topics in the order of {@link Entity}. */
    public List<String> raw() {
        return Stream.of(Entity.values()).map(this::raw).toList();
    }

    /** The three curated topics in the order of {@link Entity}. */
    public List<String> curated() {
        return Stream.of(Entity.values()).map(this::curated).toList();
    }

    /** The live answers to one report: compacted, the key is the group, the value a JSON array of the group's rows. */
    public String answers(Report report) {
        return prefix() + ".answers." + report.id();
    }

    /** The topics of all live answers, in the order of {@link Report#LIVE}. */
    public List<String> answers() {
        return Report.LIVE.stream().map(this::answers).toList();
    }

    /** The topics that posts pass through: raw, curated, rejected. */
    public List<String> all() {
        return Stream.of(raw(), curated(), List.of(rejected()))
                .flatMap(List::stream)
                .toList();
    }
}
