package dev.pinflow.stack.kafka;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.utils.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns Kafka's wish to end the whole JVM, which it has on a fatal fault in the broker or in Connect, into an error.
 * The thread that wished it ends with an exception; the host and its other servers go on, and can say what happened.
 *
 * <p>Kafka has one place for such wishes in a JVM, hence one instance. Shutdown hooks that Kafka would register itself
 * are not registered: the order in which servers stop is for their host to decide. All methods may be called from any
 * thread.
 */
public final class KafkaExits {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaExits.class);
    private static final KafkaExits THIS_JVM = new KafkaExits();

    private final AtomicReference<Optional<KafkaExit>> last = new AtomicReference<>(Optional.empty());
    private final ThreadLocal<Boolean> onlyNoted = ThreadLocal.withInitial(() -> false);

    private KafkaExits() {}

    /** Catches all exits from here on. */
    public static void install() {
        Exit.setExitProcedure(THIS_JVM::refuse);
        Exit.setHaltProcedure(THIS_JVM::refuse);
        Exit.setShutdownHookAdder((name, hook) -> LOG.debug("Shutdown hook {} is left to the host", name));
    }

    static KafkaExits ofThisJvm() {
        return THIS_JVM;
    }

    /**
     * On the calling thread, which starts a broker, exits are noted but not thrown from here on: right after the exit
     * that it wishes for, the broker's start throws the fault itself, which says more.
     */
    void onlyNoteOnThisThread() {
        onlyNoted.set(true);
    }

    /** The latest exit that was wished for in this JVM; whatever server wished it is useless from then on. */
    public static Optional<KafkaExit> last() {
        return THIS_JVM.last.get();
    }

    private void refuse(int status, String message) {
        KafkaExit exit = new KafkaExit(status, Thread.currentThread().getName(), Optional.ofNullable(message));
        last.set(Optional.of(exit));
        LOG.error("{}", exit.describe());
        if (!onlyNoted.get()) {
            throw new IllegalStateException(exit.describe());
        }
    }

    /**
     * One wish to end the JVM.
     *
     * @param status the exit status it would have had
     * @param thread the name of the thread that wished it
     * @param message what was said about it
     */
    public record KafkaExit(int status, String thread, Optional<String> message) {
        /** One sentence for a person. */
        public String describe() {
            return "Kafka's thread %s met a fatal fault and would have ended the process with status %d%s"
                    .formatted(thread, status, message.map(text -> ": " + text).orElse(""));
        }
    }
}
