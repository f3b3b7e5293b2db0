package dev.pinflow.stack.cache;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A server program that lies as a folder of resources on the class path, in a jar or in a build's output. */
public final class Distribution {
    private final String folder;
    private final URI location;

    private Distribution(String folder, URI location) {
        this.folder = folder;
        this.location = location;
    }

    /**
     * Finds a folder of resources.
     *
     * @param folder its name, with slashes
     * @return empty when it is not on the class path
     */
    public static Optional<Distribution> find(String folder) {
        return Optional.ofNullable(Distribution.class.getClassLoader().getResource(folder))
                .map(Distribution::uri)
                .map(location -> new Distribution(folder, location));
    }

    private static URI uri(URL url) {
        return URI.create(url.toExternalForm());
    }

    /** Copies its files, as far as their paths under the folder are wanted, into another folder. */
    public void copyInto(Path target, Predicate<String> wanted) throws IOException {
        if (location.getScheme().equals("jar")) {
            String jar = location.getRawSchemeSpecificPart();
            Path file = Path.of(URI.create(jar.substring(0, jar.indexOf("!/"))));
            try (FileSystem entries = FileSystems.newFileSystem(file)) {
                copyTree(entries.getPath(folder), target, wanted);
            }
        } else {
            copyTree(Path.of(location), target, wanted);
        }
    }

    private static void copyTree(Path source, Path target, Predicate<String> wanted) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(source)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = source.relativize(file).toString();
            if (wanted.test(name)) {
                Path copy = target.resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
