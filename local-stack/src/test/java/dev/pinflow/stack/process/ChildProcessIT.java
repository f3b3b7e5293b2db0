package dev.pinflow.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {
    @TempDir
    Path folder;

    @Test
    void passesOnTheExitCodeAndKeepsStandardOutputApartFromErrors() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ChildProcess child = ChildCommand.of("sh", "-c", "echo said $WORD in $PWD; echo wrong >&2; exit 7")
                .environment(Map.of("WORD", "hello"))
                .directory(folder.toRealPath())
                .outputTo(output)
                .errorsTo(folder.resolve("logs/errors.log"))
                .start();

        assertThat(child.waitFor()).isEqualTo(7);
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("said hello in %s\n", folder.toRealPath());
        assertThat(child.tail(15)).isEqualTo("wrong");
    }

    @Test
    void outputThatIsAwaitedEndsWithTheChild() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ChildProcess child = ChildCommand.of("sh", "-c", "sleep 1; echo late")
                .errorsTo(log())
                .outputTo(output)
                .start();

        assertThat(child.waitFor(Duration.ofSeconds(30))).hasValue(0);
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("late\n");
    }

    @Test
    void readsItsInputFromAFileAndFromNowhereElse() throws Exception {
        Path input = Files.writeString(folder.resolve("input"), "from a file");

        ChildProcess reading = ChildCommand.of("cat").input(input).log(log()).start();
        assertThat(reading.waitFor()).isZero();
        assertThat(reading.tail(1)).isEqualTo("from a file");
        assertThat(ChildCommand.of("cat").log(log()).start().waitFor()).isZero();
    }

    @Test
    void aProgramThatDoesNotExistShowsAsCode127WithTheReasonInTheLog() throws Exception {
        ChildProcess child = ChildCommand.of("no-such-program").log(log()).start();

        assertThat(child.waitFor()).isEqualTo(127);
        assertThat(child.tail(5)).contains("no-such-program");
    }

    @Test
    void stopEndsTheChildAndItsGuards() {
        ChildProcess child = ChildCommand.of("sleep", "600").log(log()).start();
        List<ProcessHandle> guards = guardsOf(child);

        child.stop();
        child.stop();

        assertThat(child.isAlive()).isFalse();
        await().atMost(10, TimeUnit.SECONDS).until(() -> guards.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void stopKillsAChildThatWillNotListen() throws Exception {
        ChildProcess child = ChildCommand.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.1; done")
                .log(log())
                .grace(Duration.ofSeconds(1))
                .start();
        await().until(() -> child.tail(1).equals("deaf"));

        child.stop();

        assertThat(child.waitFor()).isEqualTo(128 + 9);
    }

    @Test
    void interruptsFromTheTerminalDoNotReachTheChild() throws Exception {
        ChildProcess child = ChildCommand.of("sleep", "600").log(log()).start();
        guardsOf(child);

        kill("INT", child.pid());
        kill("HUP", child.pid());

        assertThat(child.waitFor(Duration.ofMillis(300))).isEmpty();
        child.stop();
    }

    @Test
    void aParentKilledWithoutWarningTakesItsChildAlong() throws Exception {
        Process parent = parentOfASleepingChild();
        ProcessHandle child = childOf(parent);

        kill("KILL", parent.pid());

        await().atMost(10, TimeUnit.SECONDS).until(() -> !child.isAlive());
    }

    @Test
    void aChildWithOneGuardKilledStillDiesWithItsParent() throws Exception {
        Process parent = parentOfASleepingChild();
        ProcessHandle child = childOf(parent);
        await().until(() -> child.children().count() == 2);
        kill("KILL", child.children().findFirst().orElseThrow().pid());

        kill("KILL", parent.pid());

        await().atMost(10, TimeUnit.SECONDS).until(() -> !child.isAlive());
    }

    /** What {@link #parentOfASleepingChild()} runs in a JVM of its own. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            ChildProcess child = ChildCommand.of("sleep", "600").start();
            System.out.println(child.pid());
            child.waitFor();
        }
    }

    private static Process parentOfASleepingChild() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = Path.of("target", "classes") + ":" + Path.of("target", "test-classes");
        return new ProcessBuilder(java, "-Xmx32m", "-XX:+UseSerialGC", "-cp", classPath, Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle childOf(Process parent) throws IOException {
        String pid = parent.inputReader().readLine();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Waits until the shell has become the child, so that signals meet the child. */
    private static List<ProcessHandle> guardsOf(ChildProcess child) {
        ProcessHandle handle = ProcessHandle.of(child.pid()).orElseThrow();
        await().until(() -> handle.info().command().orElse("").endsWith("/sleep"));
        return handle.children().toList();
    }

    private static void kill(String signal, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private Path log() {
        return folder.resolve("child.log");
    }
}
