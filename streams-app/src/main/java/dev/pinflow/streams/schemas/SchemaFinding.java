package dev.pinflow.streams.schemas;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/**
 * How one of our schemas stands to the versions of its subject in the registry.
 *
 * @param reason what makes it incompatible; empty otherwise
 */
public record SchemaFinding(String subject, State state, String reason) {
    /** What registering would do. */
    public enum State {
        /** Nothing: it is there. */
        REGISTERED,
        /** Begin the subject. */
        NEW,
        /** Add a version that reads what every earlier one wrote. */
        COMPATIBLE,
        /** It is refused: readers would fail at older records. */
        INCOMPATIBLE
    }

    static SchemaFinding of(String subject, Schema ours, List<Schema> versions) {
        for (int version = 1; version <= versions.size(); version++) {
            SchemaPairCompatibility pair =
                    SchemaCompatibility.checkReaderWriterCompatibility(ours, versions.get(version - 1));
            if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
                return new SchemaFinding(subject, State.INCOMPATIBLE, reason(pair, version));
            }
        }
        return new SchemaFinding(subject, versions.isEmpty() ? State.NEW : State.COMPATIBLE, "");
    }

    private static String reason(SchemaPairCompatibility pair, int version) {
        return "version " + version + ": "
                + pair.getResult().getIncompatibilities().stream()
                        .map(problem ->
                                problem.getType() + " at " + problem.getLocation() + ", " + problem.getMessage())
                        .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return subject + " is " + state.name().toLowerCase(Locale.ROOT) + (reason.isEmpty() ? "" : ", " + reason);
    }
}
