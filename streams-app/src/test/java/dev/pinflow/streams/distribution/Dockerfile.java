package dev.pinflow.streams.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The instructions of a Dockerfile, as far as ours goes: no here-documents, no other escape than the backslash. */
record Dockerfile(List<Instruction> instructions) {
    /** @param arguments what follows the word, its lines joined */
    record Instruction(String word, String arguments) {
        /** The words of the exec form. */
        List<String> exec() {
            try {
                return List.of(new ObjectMapper().readValue(arguments, String[].class));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(word + " " + arguments + " is not in exec form.", e);
            }
        }
    }

    private static final Pattern PAIR = Pattern.compile("([A-Za-z_.]+)=(\"[^\"]*\"|\\S*)");

    static Dockerfile read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static Dockerfile parse(String text) {
        List<Instruction> instructions = new ArrayList<>();
        StringBuilder instruction = new StringBuilder();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            boolean goesOn = line.endsWith("\\");
            instruction.append(goesOn ? line.substring(0, line.length() - 1) : line);
            if (!goesOn) {
                instructions.add(instruction(instruction.toString()));
                instruction.setLength(0);
            }
        }
        if (!instruction.isEmpty()) {
            throw new IllegalArgumentException("The last instruction goes on behind the end: " + instruction);
        }
        return new Dockerfile(List.copyOf(instructions));
    }

    private static Instruction instruction(String line) {
        String[] parts = line.split("\\s+", 2);
        return new Instruction(parts[0].toUpperCase(Locale.ROOT), parts.length < 2 ? "" : parts[1].strip());
    }

    List<Instruction> all(String word) {
        return instructions.stream()
                .filter(instruction -> instruction.word().equals(word))
                .toList();
    }

    /** The one instruction of that word. */
    Instruction the(String word) {
        List<Instruction> found = all(word);
        if (found.size() != 1) {
            throw new IllegalArgumentException("There are " + found.size() + " instructions " + word + ", not one.");
        }
        return found.get(0);
    }

    int indexOf(String word) {
        return instructions.indexOf(the(word));
    }

    /** The pairs of instructions such as {@code ENV a=1 b="2"}. */
    Map<String, String> pairs(String word) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Instruction instruction : all(word)) {
            Matcher matcher = PAIR.matcher(instruction.arguments());
            while (matcher.find()) {
                pairs.put(matcher.group(1), matcher.group(2).replace("\"", ""));
            }
        }
        return pairs;
    }
}
