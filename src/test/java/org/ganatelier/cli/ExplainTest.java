package org.ganatelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The coach on the command line, of a run whose rates are far too high. */
class ExplainTest {
    private static final String STEPS = "160";

    @TempDir static Path folder;

    private static String said = "";

    @BeforeAll
    static void train() {
        said = train("coached");
        train("silent", "--no-coach");
    }

    private static String train(String name, String... more) {
        var cli = new CliHarness(new EngineTrainer());
        String[] arguments = {
            "train",
            "--preset=too-fast",
            "--seed=1",
            "--threads=1",
            "--steps=" + STEPS,
            "--out=" + folder.resolve(name)
        };
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        assertThat(cli.run(all.toArray(String[]::new))).as(cli.errors()).isEqualTo(ExitCode.DONE);
        return cli.out();
    }

    @Test
    void trainingSaysWhatHappensAndAtItsEndWhatDid() {
        assertThat(said)
                .contains("Coach, step ")
                .contains("runs away. ")
                .containsPattern("The coach's findings, in order: divergence \\(step \\d+\\)\\.");
    }

    @Test
    void theCoachChangesNoBitOfTheTraining() throws ProjectException {
        var coached = ProjectFile.loadRun(folder.resolve("coached/run.atelier"));
        var silent = ProjectFile.loadRun(folder.resolve("silent/run.atelier"));
        assertThat(coached.step()).isEqualTo(silent.step());
        assertThat(coached.arrays().keySet()).isEqualTo(silent.arrays().keySet());
        coached.arrays()
                .forEach(
                        (name, values) ->
                                assertThat(values).as(name).isEqualTo(silent.arrays().get(name)));
    }

    @Test
    void aRunIsExplainedFromItsFolder() {
        var cli = new CliHarness(new EngineTrainer());
        assertThat(cli.run("explain", folder.resolve("coached").toString()))
                .as(cli.errors())
                .isEqualTo(ExitCode.DONE);
        assertThat(cli.out())
                .contains("“Rates too high”, " + STEPS + " steps")
                .contains("(divergence)")
                .contains("To try: ")
                .contains("The preset too-fast shows it.")
                .contains("arXiv:1801.04406");
    }

    @Test
    void aRunWithoutScoresIsExaminedAndExplainedForPrograms() throws ProjectException {
        Path file = folder.resolve("silent/run.atelier");
        Project project = ProjectFile.load(file);
        assertThat(project.past().orElseThrow().varieties()).isEmpty();
        var cli = new CliHarness(new EngineTrainer());
        assertThat(cli.run("explain", "--json", file.toString()))
                .as(cli.errors())
                .isEqualTo(ExitCode.DONE);
        JsonNode findings = new ObjectMapper().readTree(cli.out());
        assertThat(findings.isArray()).isTrue();
        JsonNode first = findings.get(0);
        assertThat(first.path("rule").stringValue()).isEqualTo("divergence");
        assertThat(first.path("step").longValue()).isBetween(20L, 160L);
        assertThat(Math.abs(first.path("evidence").path("generator_loss").doubleValue()))
                .isGreaterThan(0.1);
        assertThat(first.path("text").stringValue()).contains("lower the rates");
    }

    @Test
    void whatIsNoTrainingCannotBeExplained() {
        var cli = new CliHarness(new EngineTrainer());
        assertThat(cli.run("explain", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors()).contains("holds no training");
    }
}
