package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a user reads stands in the message files. */
final class LiteralsTest {
    /** Two words side by side are a part of a sentence. */
    private static final Pattern WORDS = Pattern.compile("\\p{L} \\p{L}");

    /** These speak English: the command line, and what puts the program together. */
    private static final Pattern SPEAKERS = Pattern.compile("(text|cli)/.*|[^/]*");

    /** What only developers read: logs, mistakes in the program, and names of folders. */
    private static final Pattern FOR_DEVELOPERS =
            Pattern.compile(
                    "LOG\\.\\w+|(\\w+\\.)?because|@.*|Illegal(Argument|State)Exception"
                            + "|AssertionError|(Objects\\.)?requireNonNull|(\\w+\\.)*resolve");

    /** Folders that do not yet speak in facts. */
    private static final List<String> UNCONVERTED =
            List.of(
                    "engine/stock/",
                    "experiment/",
                    "plan/fix/SettingFixes.java",
                    "train/LiveSettings.java",
                    "train/LiveValues.java",
                    "ui/layers/",
                    "ui/objective/",
                    // Names of libraries and licences.
                    "ui/shell/AboutPage.java",
                    "ui/widget/Numbers.java");

    /** The beginnings of keys that get their ends elsewhere: a side, or a setting. */
    private static final List<String> COMPOSED =
            List.of("fix.set-", "networks.add-meaning", "networks.side");

    /** The program's name is the same in every language. */
    private static final String PROGRAM = "GAN Atelier";

    private static final Pattern SAY = Pattern.compile("(\\w+\\.)*say");
    private static final Pattern KEY = Pattern.compile("\"[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+\"");

    @Test
    void noSentenceStandsInASource() throws IOException {
        List<String> sentences =
                Source.all().stream()
                        .filter(source -> !SPEAKERS.matcher(source.path()).matches())
                        .filter(source -> UNCONVERTED.stream().noneMatch(source.path()::startsWith))
                        .flatMap(LiteralsTest::sentences)
                        .toList();
        assertThat(sentences).as("messages stand in assets/messages").isEmpty();
    }

    @Test
    void everyMessageThatIsAskedForIsThere() throws IOException {
        List<String> asked =
                Source.all().stream()
                        .flatMap(source -> source.literals().stream())
                        .filter(literal -> literal.isIn(SAY))
                        .map(Source.Literal::text)
                        .filter(text -> KEY.matcher(text).matches())
                        .map(text -> text.substring(1, text.length() - 1))
                        .filter(key -> !COMPOSED.contains(key))
                        .distinct()
                        .toList();
        assertThat(asked).isNotEmpty();
        assertThat(Words.english().keys()).containsAll(asked);
    }

    private static Stream<String> sentences(Source source) {
        return source.literals().stream()
                .filter(literal -> WORDS.matcher(literal.text().replace(PROGRAM, "")).find())
                .filter(literal -> !literal.isIn(FOR_DEVELOPERS))
                .map(literal -> source.path() + ":" + literal.line() + " " + literal.text());
    }
}
