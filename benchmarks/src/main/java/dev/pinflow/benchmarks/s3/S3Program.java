package dev.pinflow.benchmarks.s3;

import dev.pinflow.stack.s3.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The S3 server, in a JVM of its own until it is told to end. Arguments: its data folder, and a file that appears when it
 * serves, with its address, access key and secret key a line each.
 */
final class S3Program {
    private S3Program() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        S3Server server = new S3Server(Path.of(arguments[0]), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        server.start();
        Path file = Path.of(arguments[1]);
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, List.of(server.address(), server.accessKey(), server.secretKey()));
        Files.move(unfinished, file);
        Thread.currentThread().join();
    }
}
