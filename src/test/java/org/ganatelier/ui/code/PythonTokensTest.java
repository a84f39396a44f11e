package org.ganatelier.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.ui.code.Token.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;

/** Python in colours. */
class PythonTokensTest {
    @Test
    void keywordsCallsNumbersAndCommentsAreToldApart() {
        assertThat(line("    x = layers.Dense(128, use_bias=False)(x)  # 128 units"))
                .containsExactly(
                        new Token(Kind.PLAIN, "    x = layers."),
                        new Token(Kind.CALL, "Dense"),
                        new Token(Kind.PLAIN, "("),
                        new Token(Kind.NUMBER, "128"),
                        new Token(Kind.PLAIN, ", use_bias="),
                        new Token(Kind.KEYWORD, "False"),
                        new Token(Kind.PLAIN, ")(x)  "),
                        new Token(Kind.COMMENT, "# 128 units"));
    }

    @Test
    void whatIsDefinedIsNamedLikeWhatIsCalled() {
        assertThat(line("class Generator:").get(2)).isEqualTo(new Token(Kind.CALL, "Generator"));
        assertThat(line("@tf.function").getFirst()).isEqualTo(new Token(Kind.CALL, "@tf"));
    }

    @Test
    void aSignInAStringIsNoComment() {
        assertThat(line("print(f'# {n}', \"it\\\"s\")"))
                .extracting(Token::kind)
                .containsExactly(
                        Kind.CALL, Kind.PLAIN, Kind.STRING, Kind.PLAIN, Kind.STRING, Kind.PLAIN);
    }

    @Test
    void aStringInThreeQuotesGoesOnOverLines() {
        List<List<Token>> lines =
                PythonTokens.of(
                        List.of(
                                "def f():",
                                "    \"\"\"Draws",
                                "# 3 samples.",
                                "\"\"\"",
                                "    x = 3"));
        assertThat(lines.get(1).getLast()).isEqualTo(new Token(Kind.STRING, "\"\"\"Draws"));
        assertThat(lines.get(2)).containsExactly(new Token(Kind.STRING, "# 3 samples."));
        assertThat(lines.get(3)).containsExactly(new Token(Kind.STRING, "\"\"\""));
        assertThat(lines.get(4).getLast()).isEqualTo(new Token(Kind.NUMBER, "3"));
    }

    @Test
    void aStringInThreeQuotesMayEndInItsLine() {
        assertThat(line("    \"\"\"One line.\"\"\""))
                .containsExactly(
                        new Token(Kind.PLAIN, "    "),
                        new Token(Kind.STRING, "\"\"\"One line.\"\"\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2e-4", "0.5", "1_000", "0xff", ".5", "1e3"})
    void numbersAreFoundInAllForms(String number) {
        assertThat(line("x=" + number).getLast()).isEqualTo(new Token(Kind.NUMBER, number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x = 'open",
                "x = \"\"\"open",
                "\t\u00e4\u4e2d = 3 # \ud83d\ude00",
                "a1 = b2.c3(d4)[5:]",
                "lr = 2e-4 if x else 1.5E+3",
                "\\",
                "'''",
                "@",
                "x = r'\\d'"
            })
    void noLetterIsLost(String text) {
        assertThat(line(text).stream().map(Token::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    private static List<Token> line(String text) {
        return PythonTokens.of(List.of(text)).getFirst();
    }
}
