package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Map;

/** What files say of themselves cannot write to a terminal what it likes. */
final class ForeignTest {
    private static final Path HOSTILE = Path.of("src/test/resources/fixtures/hostile");

    @Test
    void whatHasNoPictureIsReplaced() {
        assertThat(Foreign.shown("a\u001b[2Jb\u009bc\u202ed\u0000")).isEqualTo("a�[2Jb�c�d�");
        assertThat(Foreign.shown("one\ntwo\r\nthree\u2028four")).isEqualTo("one two  three four");
        assertThat(Foreign.shown("half \ud83d, whole \ud83d\ude00")).isEqualTo("half �, whole 😀");
    }

    @Test
    void whatIsLongIsCutAndAPathAtItsBeginning() {
        assertThat(Foreign.shown("a".repeat(200))).hasSize(200).endsWith("a");
        assertThat(Foreign.shown("a".repeat(201))).hasSize(200).endsWith("a…");
        assertThat(Foreign.shown("😀".repeat(300)).codePoints()).hasSize(200);
        assertThat(Foreign.shown(Path.of("a".repeat(300), "name.json")))
                .hasSize(200)
                .startsWith("…a")
                .endsWith("name.json");
    }

    @Test
    void aMessageTakesNothingButOneLine() {
        String said = Words.english().say("project.file.not-finite", "array", "a\n\u001b[2Jb");
        assertThat(said).contains("a �[2Jb").doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"long-sentence.json", "nesting-600.json", "number-400-digits.json"})
    void aFileThatIsRefusedIsToldOfInOneSentence(String name) {
        ProjectException refused =
                catchThrowableOfType(
                        ProjectException.class, () -> ProjectJson.readFile(HOSTILE.resolve(name)));
        assertThat(FileText.say(Words.english(), refused.problem())).satisfies(Sentences::require);
        assertThat(FileText.say(Words.of(Language.GERMAN), refused.problem()))
                .satisfies(Sentences::require);
    }

    @Test
    void anExperimentsNameIsShownInOneLine() throws ProjectException {
        String name = ProjectJson.readFile(HOSTILE.resolve("esc-name.json")).name();
        assertThat(name).contains("\u001b");
        assertThat(PresetText.nameOf(Words.english(), name)).doesNotContain("\u001b", "\n");
    }

    @ParameterizedTest
    @CsvSource({"1.2e-239, 1.2E-239", "-0.0, -0.0", "1e-9, 0.000000001", "0.50, 0.5"})
    void numbersAreWrittenBackShortAndAsTheyWereRead(String read, String written)
            throws ProjectException {
        String json =
                ProjectJson.write(
                        ProjectJson.withOverrides(
                                ProjectJson.readFile(HOSTILE.resolve("esc-name.json")),
                                Map.of("training.generatorOptimizer.beta1", read)));
        assertThat(json).contains("\"beta1\": " + written + ",");
        assertThat(ProjectJson.write(ProjectJson.read(json))).isEqualTo(json);
    }
}
