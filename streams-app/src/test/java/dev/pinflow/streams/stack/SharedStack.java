package dev.pinflow.streams.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link StreamsStack} of their run as a parameter of their constructor or method. It is started when it
 * is first asked for and stopped after the last test:
 *
 * <pre>
 * &#64;ExtendWith(SharedStack.class)
 * class FooIT {
 *     FooIT(StreamsStack stack) { … }
 * </pre>
 */
public final class SharedStack implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StreamsStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedStack.class))
                .getOrComputeIfAbsent(Started.class, any -> Started.inTemporaryFolder(), Started.class)
                .stack;
    }

    private record Started(Path folder, StreamsStack stack) implements AutoCloseable {
        static Started inTemporaryFolder() {
            try {
                Path folder = Files.createTempDirectory("streams-stack");
                return new Started(folder, new StreamsStack(folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            stack.close();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
            }
        }
    }
}
