package org.ganatelier.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The string literals of a source, each with the calls that it is an argument of.
 *
 * @param path below the folder of sources, with slashes
 */
record Source(String path, List<Literal> literals) {
    private static final Path MAIN = Path.of("src/main/java/org/ganatelier");

    /** What matters of Java's grammar: comments, texts, names with dots and brackets. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    """
                    (?<comment>//[^\\n]*|/\\*.*?\\*/)\
                    |(?<block>\"\"\"(?:[^"\\\\]++|\\\\.|"(?!""))*+\"\"\")\
                    |(?<text>"(?:\\\\.|[^"\\\\])*")\
                    |(?<character>'(?:\\\\.|[^'\\\\])+')\
                    |(?<name>@?[\\w$]+(?:\\s*\\.\\s*[\\w$]+)*)\
                    |(?<bracket>[(){};])\
                    """,
                    Pattern.DOTALL);

    /**
     * A text in a source.
     *
     * @param calls what it is handed to, the innermost last: {@code say}, {@code LOG.info}, {@code
     *     IllegalStateException}, {@code @SuppressWarnings}
     */
    record Literal(int line, String text, List<String> calls) {
        /** Whether it is handed to a call, perhaps through others, whose name matches. */
        boolean isIn(Pattern call) {
            return calls.stream().anyMatch(name -> call.matcher(name).matches());
        }
    }

    /** All main sources. */
    static List<Source> all() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Source::read)
                    .toList();
        }
    }

    private static Source read(Path file) {
        try {
            String path = MAIN.relativize(file).toString().replace('\\', '/');
            return new Source(path, literals(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The literals of a source's text. */
    static List<Literal> literals(String source) {
        var found = new ArrayList<Literal>();
        Deque<String> calls = new ArrayDeque<>();
        String last = "";
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            String bracket = token.group("bracket");
            if (token.group("name") != null) {
                last = token.group("name").replaceAll("\\s", "");
            } else if (bracket != null) {
                if (bracket.equals("(") || bracket.equals("{")) {
                    calls.addLast(bracket.equals("(") ? last : "");
                } else if (!bracket.equals(";")) {
                    calls.pollLast();
                }
                last = "";
            } else if (token.group("text") != null || token.group("block") != null) {
                int line = (int) source.substring(0, token.start()).lines().count();
                found.add(new Literal(line, token.group(), List.copyOf(calls)));
            }
        }
        return found;
    }
}
