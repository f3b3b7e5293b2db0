package dev.pinflow.connect.s3.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnClassTest {
    private static final OwnClass<Answer> OWN = new OwnClass<>(Answer.class);

    /** What own classes implement here. */
    public interface Answer {
        String get();
    }

    public static final class Fitting implements Answer {
        @Override
        public String get() {
            return "here";
        }
    }

    public abstract static class Unfinished implements Answer {}

    public static final class Choosy implements Answer {
        private final String answer;

        public Choosy(String answer) {
            this.answer = answer;
        }

        @Override
        public String get() {
            return answer;
        }
    }

    public static final class Failing implements Answer {
        public Failing() {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public String get() {
            return "never";
        }
    }

    @Test
    void createsClassesThatFit() {
        assertThat(OWN.create(Fitting.class.getName(), answer -> {}).get()).isEqualTo("here");
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.Absent, lies in the plugin's folder",
        "java.lang.String, must implement dev.pinflow.connect.s3.problem.OwnClassTest$Answer",
        "dev.pinflow.connect.s3.problem.OwnClassTest$Unfinished, public constructor",
        "dev.pinflow.connect.s3.problem.OwnClassTest$Choosy, public constructor",
        "dev.pinflow.connect.s3.problem.OwnClassTest$Failing, on purpose",
    })
    void saysWhatIsWrongWithAClass(String name, String sentence) {
        assertThatThrownBy(() -> OWN.create(name, answer -> {}))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(sentence);
    }

    @Test
    void passesOnWhatAClassSaysToItsOptionsAndNamesItWhenItFails() {
        assertThatThrownBy(() -> OWN.create(Fitting.class.getName(), answer -> {
                    throw new ConfigException("size must be set");
                }))
                .isInstanceOf(ConfigException.class)
                .hasMessage("size must be set");
        assertThatThrownBy(() -> OWN.create(Fitting.class.getName(), answer -> {
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Fitting")
                .hasMessageContaining("on purpose");
    }

    @Test
    void saysThatClassesMadeForOtherInterfacesCannotBeLoaded(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(
                folder.resolve("Custom.java"), "interface Theirs {} public final class Custom implements Theirs {}");
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        Files.delete(folder.resolve("Theirs.class"));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            assertThatThrownBy(() -> new OwnClass<>(Answer.class, loader).create("Custom", answer -> {}))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("Theirs")
                    .hasMessageContaining("Confluent's sink cannot be loaded here");
        }
    }
}
