package dev.pinflow.stack.start;

import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** Waits for a server that is a child process to answer, and says why when it does not. */
public final class ChildAnswer {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LOG_LINES = 15;

    private ChildAnswer() {}

    /** Asks the server once, in its own protocol. */
    public interface Question {
        /** Whether the answer is that of a server which is ready. */
        boolean isAnswered() throws IOException, InterruptedException;
    }

    /**
     * Returns when the server answers.
     *
     * @throws ServerStartException when it ends or does not answer in time, with the end of its log; the child is
     *     stopped then
     */
    public static void await(String server, ChildProcess child, Duration limit, Question question) {
        Instant end = Instant.now().plus(limit);
        try {
            while (Instant.now().isBefore(end)) {
                OptionalInt exitCode = child.waitFor(PAUSE);
                if (exitCode.isPresent()) {
                    throw failure(server, child, "it ended with exit code " + exitCode.getAsInt());
                }
                if (isAnswered(question)) {
                    return;
                }
            }
            throw failure(server, child, "it did not answer within %d s".formatted(limit.toSeconds()));
        } catch (ServerStartException e) {
            child.stop();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            child.stop();
            throw new ServerStartException("The start of %s was interrupted.".formatted(server), e);
        }
    }

    /** A failure told with the end of the child's log. */
    public static ServerStartException failure(String server, ChildProcess child, String reason) {
        return new ServerStartException("%s did not start: %s. The end of its log, which lies in %s:%n%s"
                .formatted(server, reason, child.log().map(Path::toString).orElse("no file"), child.tail(LOG_LINES)));
    }

    private static boolean isAnswered(Question question) throws InterruptedException {
        try {
            return question.isAnswered();
        } catch (IOException notYet) {
            return false;
        }
    }
}
