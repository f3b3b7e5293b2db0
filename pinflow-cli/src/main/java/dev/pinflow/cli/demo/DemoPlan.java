package dev.pinflow.cli.demo;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a demo does.
 *
 * @param mode how the source picks rows
 * @param rows how many rows are generated; without meaning where data are loaded
 * @param posts how many postings the source emits at most; -1 for all
 * @param seed of the generated rows and of sampling
 * @param data folder of rows to load instead of generated ones
 * @param rate postings a second; 0 for as fast as possible
 */
record DemoPlan(Mode mode, int rows, long posts, long seed, Optional<Path> data, double rate) {
    /** The rows of the original database; the classic emulator draws from all of them. */
    private static final int CLASSIC_ROWS = 11_154;

    /** The source connector's sampling modes. */
    enum Mode {
        SWEEP,
        SAMPLE,
        CLASSIC
    }

    /** @throws IllegalArgumentException with one sentence about what is wrong */
    static DemoPlan of(String mode, Optional<Integer> posts, long seed, Optional<Path> data, double rate) {
        Mode chosen = Arrays.stream(Mode.values())
                .filter(known -> known.name().equals(mode.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--mode '" + mode + "' is none of " + List.of("sweep", "sample", "classic") + "."));
        if (posts.isPresent() && posts.get() < 1) {
            throw new IllegalArgumentException("--posts must be 1 or more, not " + posts.get() + ".");
        }
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(
                    "--rate must be 0 (no limit) or more postings a second, not " + rate + ".");
        }
        boolean sweepsGenerated = chosen == Mode.SWEEP && data.isEmpty();
        int rows = sweepsGenerated ? posts.orElse(CLASSIC_ROWS) : CLASSIC_ROWS;
        long limit = posts.map(Integer::longValue).orElse(chosen == Mode.SWEEP ? -1L : CLASSIC_ROWS);
        return new DemoPlan(chosen, rows, limit, seed, data, rate);
    }

    /** How many postings there will be at most when the tables hold so many rows. */
    long expectedPostings(long tableRows) {
        if (mode != Mode.SWEEP) {
            return posts;
        }
        return posts < 0 ? tableRows : Math.min(posts, tableRows);
    }

    /** The variables of the source's connector file. */
    Map<String, String> sourceVariables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("MODE", mode.name().toLowerCase(Locale.ROOT));
        variables.put("POSTINGS_MAX", Long.toString(posts));
        variables.put("POSTINGS_PER_SECOND", Double.toString(rate));
        if (mode != Mode.CLASSIC) {
            variables.put("SEED", Long.toString(seed));
        }
        return variables;
    }
}
