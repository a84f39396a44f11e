package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user reads stands in the message files. */
final class LiteralsTest {
    /** Two words side by side are a part of a sentence. */
    private static final Pattern WORDS = Pattern.compile("\\p{L} \\p{L}");

    /**
     * These speak English: the command line, what puts the program together, and what writes code
     * for other frameworks, with its comments.
     */
    private static final Pattern SPEAKERS =
            Pattern.compile("(text|cli|exchange/(?!model|image|table)\\w+)/.*|[^/]*");

    /** What only developers read: logs, mistakes in the program, and names of folders. */
    private static final Pattern FOR_DEVELOPERS =
            Pattern.compile(
                    "LOG\\.\\w+|(\\w+\\.)?because|@.*|Illegal(Argument|State)Exception"
                            + "|AssertionError|(Objects\\.)?requireNonNull|(\\w+\\.)*resolve");

    /** The beginnings of keys that get their ends elsewhere: a side, or a setting. */
    private static final List<String> COMPOSED = List.of("fix.set-", "networks.add-meaning");

    /**
     * The beginnings of keys whose middles are ids: of a layer, a loss, a set of data, a preset.
     */
    private static final List<String> BEGINNINGS =
            List.of(
                    "coach.figure.",
                    "coach.rule.",
                    "charts.guide.",
                    "charts.axis.",
                    "charts.export.",
                    "charts.outputs.",
                    "charts.plot.",
                    "charts.smoothing.",
                    "charts.upwards.losses.",
                    "charts.upwards.outputs.",
                    "data.class.",
                    "data.contents.",
                    "data.things.",
                    "experiment.range-of.",
                    "layer.",
                    "objective.",
                    "optimizer.",
                    "preset.",
                    "slow.caption.",
                    "slow.strip.",
                    "train.setting.");

    /** The program's name is the same in every language. */
    private static final String PROGRAM = "GAN Atelier";

    /** Authors, a year, perhaps a number or an address: the same in every language. */
    private static final Pattern CITATION =
            Pattern.compile("\\p{Lu}[\\p{L} .]+ (19|20)\\d\\d(, arXiv:\\d{4}\\.\\d{4,5})?");

    /** What is no word: a function in a formula, and where a format puts its values. */
    private static final Pattern SYMBOL = Pattern.compile("\\blog(?= \u03c3|\\()|%[\\d.,$]*[a-z]");

    /** What the bundled data sets are called stands in the files that describe them. */
    private static final Set<String> DATA_SETS =
            Catalog.all().stream().map(BundledSet::title).collect(Collectors.toSet());

    private static final Pattern SAY = Pattern.compile("(\\w+\\.)*say");
    private static final Pattern TERMS = Pattern.compile("Terms\\.(on|mark)|define");
    private static final Pattern KEY = Pattern.compile("\"[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+\"");

    @Test
    void noSentenceStandsInASource() throws IOException {
        List<String> sentences =
                Source.all().stream()
                        .filter(source -> !SPEAKERS.matcher(source.path()).matches())
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

    /** Literals of a call to Terms that look like an id are ids of terms. */
    @Test
    void everyTermThatIsNamedIsInTheGlossary() throws IOException {
        List<String> named =
                Source.all().stream()
                        .flatMap(source -> source.literals().stream())
                        .filter(literal -> literal.isIn(TERMS))
                        .map(literal -> literal.text().replace("\"", ""))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList();
        assertThat(named).hasSizeGreaterThan(10);
        assertThat(Words.english().glossary().terms().stream().map(Term::id).toList())
                .containsAll(named);
    }

    /** A key stands in a source, perhaps without its last part, such as {@code hint}. */
    @Test
    void everyMessageIsAskedFor() throws IOException {
        Set<String> asked =
                Source.all().stream()
                        .flatMap(source -> source.literals().stream())
                        .map(literal -> literal.text().replace("\"", ""))
                        .collect(Collectors.toSet());
        assertThat(Words.english().keys())
                .allSatisfy(
                        key ->
                                assertThat(
                                                asked.contains(key)
                                                        || asked.contains(
                                                                key.replaceAll("\\.[^.]+$", ""))
                                                        || BEGINNINGS.stream()
                                                                .anyMatch(key::startsWith))
                                        .as(key)
                                        .isTrue());
        assertThat(asked).containsAll(BEGINNINGS);
    }

    private static Stream<String> sentences(Source source) {
        return source.literals().stream()
                .filter(literal -> isSentence(literal.text()))
                .filter(literal -> !literal.isIn(FOR_DEVELOPERS))
                .map(literal -> source.path() + ":" + literal.line() + " " + literal.text());
    }

    private static boolean isSentence(String literal) {
        String text = literal.substring(1, literal.length() - 1);
        if (DATA_SETS.contains(text)
                || Stream.of(text.split("; ")).allMatch(CITATION.asMatchPredicate())) {
            return false;
        }
        String words = SYMBOL.matcher(text.replace(PROGRAM, "")).replaceAll("");
        return WORDS.matcher(words).find();
    }
}
