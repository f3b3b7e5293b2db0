package dev.pinflow.stack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The POSIX shell prologue that ties a child's life to that of this JVM.
 *
 * <p>The shell first leaves two watchers behind, then becomes the child by {@code exec}, so that the process id and the
 * exit code are the child's own. Each watcher reads the pipe that was the shell's standard input. The JVM holds its
 * other end and never writes; when the JVM is gone, even by {@code kill -9}, the read ends and the watcher sends TERM
 * and, after the grace, KILL. Two of them, so that killing one leaves the child guarded.
 *
 * <p>The watchers let go of standard output by {@code exec}, since a redirection of the function alone would keep a
 * copy of it open and whoever reads the child's output would wait for the watchers too.
 *
 * <p>INT, QUIT and HUP reach the whole foreground process group of a terminal. They are ignored from before the child
 * exists, because the order in which servers stop is for the JVM to decide.
 */
final class Guard {
    private static final String SCRIPT = """
            trap '' INT QUIT HUP
            grace=$1 input=$2
            shift 2
            watch() {
                trap '' TERM
                cd /
                while read -r nothing; do :; done
                kill -TERM $$ || exit 0
                while [ "$grace" -gt 0 ] && kill -0 $$; do
                    sleep 1
                    grace=$((grace - 1))
                done
                kill -KILL $$
            }
            exec 3<&0
            (exec <&3 3<&- >/dev/null 2>&1 && watch) &
            (exec <&3 3<&- >/dev/null 2>&1 && watch) &
            exec "$@" 3<&- <"$input"
            """;

    private Guard() {}

    /** The words to put before the child's own command. */
    static List<String> prefix(Duration grace, Path input) {
        long seconds = grace.plusMillis(999).toSeconds();
        return List.of("/bin/sh", "-c", SCRIPT, "pinflow-child", Long.toString(seconds), input.toString());
    }
}
