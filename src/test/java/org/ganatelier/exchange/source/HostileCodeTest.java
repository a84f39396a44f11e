package org.ganatelier.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.python.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;
import java.util.stream.Stream;

/** Whatever a text is, reading it ends, and ends well. The time-out only ends a test that hangs. */
@Timeout(60)
final class HostileCodeTest {
    private static final int MUTATIONS = 2000;

    static Stream<String> texts() {
        int many = 250_000;
        return Stream.of(
                "(".repeat(4 * many),
                "[".repeat(many) + "]".repeat(many),
                "x = " + "-".repeat(many) + "1",
                "x = " + "not ".repeat(many) + "1",
                "x = 1" + " + 1".repeat(many),
                "x = a" + ".b".repeat(many),
                "x = f" + "()".repeat(many),
                "x = 1" + " if a else 1".repeat(many / 4),
                "x = " + "9".repeat(4 * many),
                "x = 9e999999999\nm = Sequential([Dense(x), Dense(-1), Dense(1e300)])",
                "\"\"\"" + "a".repeat(many),
                "'" + "\n'".repeat(many),
                indented(900),
                "if a:\n  b\n" + "elif a:\n  b\n".repeat(10_000),
                "x = [0] * 999999999",
                "x = [0] * 4000\nfor i in range(60):\n  x = x + x\n  m.add(x)",
                "a = []\na.append(a)\nm = Sequential(a)\nn = Sequential([a])",
                "m = Sequential()\nm.add(m)\nn = Sequential([m])\nm.add(n)",
                "def f(x): return f(f(x))\nm = f(1)",
                "class A(nn.Module):\n  def __init__(self): self.a = A()\nA()",
                "class A(nn.Module):\n  def forward(self, x): return self(x)\nA()",
                nestedLoops(),
                "m = Sequential()\n" + "m.add(Dense(1))\n".repeat(many / 5),
                "x = Input((2,))\n" + "x = Dense(1)(x)\n".repeat(20_000) + "m = Model(0, x)",
                "\0\uFFFF\u202e" + "\\\n".repeat(many),
                "m = Sequential([Reshape((99999, 99999, 99999)), Conv2D(2147483647, 2147483647)])",
                "p = 2 ** 2 ** 2 ** 99999\nm = Sequential([Dense(p), Dense(0), Dropout(1)])");
    }

    private static String indented(int depth) {
        var text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(i)).append("if a:\n");
        }
        return text.append(" ".repeat(depth)).append("pass\n").toString();
    }

    private static String nestedLoops() {
        var text = new StringBuilder("m = Sequential()\n");
        for (int i = 0; i < 9; i++) {
            text.append(" ".repeat(i)).append("for i in range(60):\n");
        }
        return text.append(" ".repeat(9)).append("m.add(Dense(1))\n").toString();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aHostileTextIsReadOrRefused(String text) {
        try {
            assertThat(CodeReader.read(text).remarks()).hasSizeLessThan(1000);
        } catch (ImportException e) {
            assertThat(e.refusal()).isNotNull();
        }
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> CodeReader.read("x\n".repeat(Code.LONGEST)))
                .isInstanceOfSatisfying(
                        ImportException.class,
                        e -> assertThat(e.refusal()).isInstanceOf(Refusal.TooLarge.class));
    }

    @Test
    void aTextWithoutANetworkIsRefused() {
        assertThatThrownBy(() -> CodeReader.read("hello = 'world'\nprint(hello)"))
                .isInstanceOfSatisfying(
                        ImportException.class,
                        e -> assertThat(e.refusal()).isEqualTo(new Refusal.Empty()));
    }

    @Test
    void nothingOfTheCodeIsRun() throws Exception {
        Imported read =
                CodeReader.read(
                        """
                        import os
                        os.system("rm -rf /")
                        exit(__import__("os").system("x"))
                        raise SystemExit
                        m = Sequential([Dense(3)])
                        """);
        assertThat(read.stacks()).hasSize(1);
    }

    @Test
    void mutatedTutorialsAreReadOrRefusedAndMakeAnExperiment() throws Exception {
        var random = new Random(7);
        for (int i = 0; i < MUTATIONS; i++) {
            String text = mutated(Tutorials.text(one(random)), random);
            try {
                Imported read = CodeReader.read(text);
                if (i % 20 == 0 && !read.stacks().isEmpty()) {
                    assertThat(Tutorials.assembled(read).experiment().name()).isNotBlank();
                }
            } catch (ImportException e) {
                assertThat(e.refusal()).isNotNull();
            }
        }
    }

    private static String one(Random random) {
        return Tutorials.ALL.get(random.nextInt(Tutorials.ALL.size()));
    }

    /** With pieces cut out, doubled, moved, or made of other signs. */
    private static String mutated(String text, Random random) {
        var mutated = new StringBuilder(text);
        String signs = "()[]{}:,.=*-+'\"\\\n \t#0919eE@%_xN";
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(mutated.length());
            int end = Math.min(mutated.length(), at + 1 + random.nextInt(40));
            String piece = mutated.substring(at, end);
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, piece.repeat(1 + random.nextInt(3)));
                case 2 -> mutated.insert(random.nextInt(mutated.length()), piece);
                default -> mutated.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
            }
            if (mutated.isEmpty()) {
                mutated.append('x');
            }
        }
        return mutated.toString();
    }
}
