package dev.pinflow.connect.s3;

import dev.pinflow.stack.connect.WorkerClassPath;
import java.nio.file.Path;

/** The plugin in a Kafka 3.7 worker, the oldest that it promises to run in. */
class Kafka37IT extends WorkerContract {
    Kafka37IT() {
        super("3.7.", WorkerClassPath.ofFolder(Path.of("..", "connect-worker-3.7", "target", "lib")));
    }
}
