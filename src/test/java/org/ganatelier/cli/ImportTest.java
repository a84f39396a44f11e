package org.ganatelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.train.FakeTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Code of other frameworks becomes an experiment file. */
final class ImportTest {
    @TempDir Path folder;
    private final CliHarness cli = new CliHarness(new FakeTrainer());

    private static String code(String name) throws URISyntaxException {
        return Path.of(
                        Objects.requireNonNull(
                                        ImportTest.class.getResource("/code/" + name + ".py"))
                                .toURI())
                .toString();
    }

    @Test
    void theArticlesCodeIsWrittenAsThePresetWithItsFaultsInTheReport() throws Exception {
        Path out = folder.resolve("a.json");
        assertThat(cli.run("import", code("article"), "--out", out.toString())).isZero();
        assertThat(ProjectJson.readFile(out)).isEqualTo(Presets.load("article"));
        assertThat(cli.out())
                .contains("Line 39: real_image = np.random.normal(0, 1, (28, 28, 1)): what is")
                .contains("These are the networks of “The article's model”")
                .containsPattern("Wrote .*a\\.json with \\d problems");
    }

    @Test
    void codeIsWrittenAsAProjectToo() throws Exception {
        Path out = folder.resolve("a.atelier");
        assertThat(cli.run("import", code("keras_gan"), "--out", out.toString())).isZero();
        assertThat(ProjectFile.loadExperiment(out).name()).isEqualTo("keras_gan");
    }

    @Test
    void twoFilesAreOneExperiment() throws Exception {
        Path g = Files.writeString(folder.resolve("g.txt"), "G = Sequential([Dense(784)])");
        Path d = Files.writeString(folder.resolve("d.txt"), "D = Sequential([Dense(1)])");
        Path out = folder.resolve("a.json");
        assertThat(cli.run("import", g.toString(), d.toString(), "--out", out.toString())).isZero();
        assertThat(ProjectJson.readFile(out).generator().layers()).hasSize(2);
    }

    @Test
    void aTextWithoutANetworkFailsWithASentence() throws Exception {
        Path file = Files.writeString(folder.resolve("a.py"), "print(1)");
        Path out = folder.resolve("a.json");
        assertThat(cli.run("import", file.toString(), "--out", out.toString())).isEqualTo(1);
        assertThat(cli.errors()).contains("There is nothing in it that could be read");
        assertThat(out).doesNotExist();
    }

    @Test
    void whereNoLayerIsUnderstoodTheReportSaysWhyAndNothingIsWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("a.py"), "G = Sequential([Dense(n)])");
        Path out = folder.resolve("a.json");
        assertThat(cli.run("import", file.toString(), "--out", out.toString())).isEqualTo(1);
        assertThat(cli.out()).contains("Line 1: Dense(n): units = n is not possible here");
        assertThat(out).doesNotExist();
    }

    @Test
    void theEndingOfTheResultIsChecked() throws Exception {
        assertThat(cli.run("import", code("article"), "--out", "a.txt")).isEqualTo(2);
        assertThat(cli.errors()).contains("--out must end in .json or .atelier");
    }
}
