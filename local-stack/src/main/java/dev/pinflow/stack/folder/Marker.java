package dev.pinflow.stack.folder;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/** The marker file of a data folder. Only its owner may read it, because generated passwords are kept in it. */
final class Marker {
    static final String NAME = ".pinflow-server";
    private static final String HALF = NAME + ".part";

    private Marker() {}

    /** Empty when there is none; a marker cut short reads as one without a state, thus as half-written. */
    static Optional<Properties> read(Path folder) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(NAME), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(properties);
    }

    /** Replaces the marker in one step, so that a crash leaves the old one or the new one. */
    static void write(Path folder, Properties properties) throws IOException {
        Path half = folder.resolve(HALF);
        Files.deleteIfExists(half);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
            properties.store(writer, "Written by Pinflow; it says whose data this folder holds.");
            writer.flush();
            channel.force(true);
        }
        Files.move(half, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
