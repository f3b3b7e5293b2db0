package dev.pinflow.cli.up;

import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.console.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that a {@code demo} or an {@code up} has started, stopped in reverse order when it ends: at the end of the verb,
 * on Ctrl-C and on TERM. A process that is killed leaves no child behind either; local-stack sees to that.
 */
public final class Stack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stack.class);

    private final OutputFolder output;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    public Stack(OutputFolder output) {
        this.output = output;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "pinflow-stop"));
    }

    /** Takes charge of stopping a part, from before it is started. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        if (closed) {
            throw new Failure("Stopped before everything was up.");
        }
        started.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!started.isEmpty()) {
            stop(started.pop());
        }
        stop(() -> RunningStack.forget(output.path()));
        stop(output);
    }

    /** One part that does not stop cleanly must not keep the others running. */
    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop cleanly", part, e);
        }
    }
}
