package dev.pinflow.stack.s3;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Draws by the seed, the request and how often it was tried. */
final class RandomFaults implements Faults {
    /** The store makes it up anew for each upload. */
    private static final Pattern UPLOAD_ID = Pattern.compile("uploadId=[^&]*");

    private static final Fault[] FAULTS = Fault.values();

    private final long seed;
    private final int percent;
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();

    RandomFaults(long seed, int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("A share of %d %% does not exist.".formatted(percent));
        }
        this.seed = seed;
        this.percent = percent;
    }

    @Override
    public Optional<Fault> of(String method, String target) {
        String request = method + " " + UPLOAD_ID.matcher(target).replaceAll("uploadId=");
        int attempt = tries.merge(request, 1, Integer::sum);
        SplittableRandom random = new SplittableRandom(seed * 31 + request.hashCode() * 1_000_003L + attempt);
        if (random.nextInt(100) >= percent) {
            return Optional.empty();
        }
        return Optional.of(FAULTS[random.nextInt(FAULTS.length)]);
    }
}
