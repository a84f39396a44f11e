package org.ganatelier.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.plan.Planner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What version 1 of the format wrote can be opened for ever: see golden/README.md. */
class GoldenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    static List<Path> experiments() throws IOException {
        return files("experiments", ".json");
    }

    /** Those that version 1 wrote out in full, beside which lies what was read. */
    static List<Path> written() throws IOException {
        return files("experiments", ".written.json");
    }

    static List<Path> runs() throws IOException {
        return files("runs", ".atelier");
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyExperimentOpensAndIsTheSameWhenItIsWrittenAgain(Path file) throws ProjectException {
        var experiment = ProjectJson.readFile(file);
        assertThat(ProjectJson.read(ProjectJson.write(experiment))).isEqualTo(experiment);
    }

    @ParameterizedTest
    @MethodSource("written")
    void whatWasLeftOutStillMeansTheSame(Path written) throws ProjectException {
        Path read = Path.of(written.toString().replace(".written.json", ".json"));
        assertThat(ProjectJson.readFile(read)).isEqualTo(ProjectJson.readFile(written));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyRunOpensAndItsExperimentIsReady(Path file) throws ProjectException {
        var run = ProjectFile.loadRun(file);
        assertThat(run.step()).isPositive();
        assertThat(run.arrays()).isNotEmpty();
        assertThat(Planner.check(run.experiment()).problems()).isEmpty();
    }
}
