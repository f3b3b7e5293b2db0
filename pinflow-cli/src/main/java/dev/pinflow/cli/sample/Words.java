package dev.pinflow.cli.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The project's own word lists, one entry a line, from the resources beside this class. */
record Words(
        List<String> firstNames,
        List<String> lastNames,
        List<String> countries,
        List<String> adjectives,
        List<String> headlines,
        List<String> foreign,
        List<String> sentences,
        List<String> taglines,
        List<String> emoji) {

    static Words load() {
        return new Words(
                lines("first-names"),
                lines("last-names"),
                lines("countries"),
                lines("adjectives"),
                lines("headlines"),
                lines("foreign"),
                lines("sentences"),
                lines("taglines"),
                lines("emoji"));
    }

    static List<String> lines(String list) {
        String name = list + ".txt";
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The word list " + name + " is missing from this build.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the word list " + name, e);
        }
    }
}
