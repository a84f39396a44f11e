package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a user reads stands in the message files, and nothing else stands there. */
class LiteralsTest {
    /** Two words side by side are a part of a sentence. */
    private static final Pattern WORDS = Pattern.compile("\\p{L} \\p{L}");

    /** These speak English: the command line, and what puts the program together. */
    private static final Pattern SPEAKERS = Pattern.compile("(text|cli)/.*|[^/]*");

    /** What only developers read: logs, and the words of mistakes in the program. */
    private static final Pattern FOR_DEVELOPERS =
            Pattern.compile(
                    "LOG\\.\\w+|(\\w+\\.)?because|@.*|Illegal(Argument|State)Exception"
                            + "|AssertionError|(Objects\\.)?requireNonNull");

    /** Texts that are no words of the program, each with its reason. */
    private static final Map<String, String> NAMES = Map.of();

    /** Folders that do not yet speak in facts. */
    private static final List<String> UNCONVERTED = List.of();

    /** The beginnings of keys that are put together, each where it is. */
    private static final List<String> COMPOSED = List.of();

    private static final Pattern KEY = Pattern.compile("\"[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+\"");

    @Test
    void noSentenceStandsInASource() throws IOException {
        List<String> sentences =
                Source.all().stream()
                        .filter(source -> !SPEAKERS.matcher(source.path()).matches())
                        .filter(source -> !NAMES.containsKey(source.path()))
                        .filter(source -> UNCONVERTED.stream().noneMatch(source.path()::startsWith))
                        .flatMap(LiteralsTest::sentences)
                        .toList();
        assertThat(sentences).as("messages stand in assets/messages").isEmpty();
    }

    private static Stream<String> sentences(Source source) {
        return source.literals().stream()
                .filter(literal -> WORDS.matcher(literal.text()).find())
                .filter(literal -> !literal.isIn(FOR_DEVELOPERS))
                .map(literal -> source.path() + ":" + literal.line() + " " + literal.text());
    }
}
