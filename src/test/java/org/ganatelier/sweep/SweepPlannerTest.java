package org.ganatelier.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.project.SweepException;
import org.ganatelier.project.SweepJson;
import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** From a sweep file to cells: all are planned before one begins. */
final class SweepPlannerTest {
    @TempDir private static Path folder = Path.of("");

    private static Sweep plan(String more) throws Exception {
        return new SweepPlanner(SweepPlanner.in(folder))
                .plan(SweepJson.read("{\"format\": 1, \"experiments\": [\"mlp\"]," + more + "}"));
    }

    private static List<String> names(String more) throws Exception {
        return plan(more).cells().stream().map(Cell::name).toList();
    }

    @Test
    void eachCombinationAndSeedIsACell() throws Exception {
        Sweep sweep =
                plan(
                        """
                        "settings": {"training.batchSize": [8, 16]}, "seeds": [1, 2],
                        "goal": {"steps": 5}
                        """);
        assertThat(sweep.cells())
                .extracting(cell -> cell.plan().experiment().training().batchSize())
                .containsExactly(8, 8, 16, 16);
        assertThat(sweep.cells()).extracting(Cell::seed).containsExactly(1L, 2L, 1L, 2L);
        assertThat(sweep.cells().getFirst().name()).matches("mlp-1-[0-9a-f]{8}");
    }

    @Test
    void theExampleIsASweep() throws Exception {
        Sweep sweep = Sweep.open(Path.of("packaging/sweeps/rates.json"));
        assertThat(sweep.cells()).hasSize(12);
        assertThat(sweep.rejected()).isEmpty();
    }

    @Test
    void withoutSeedsEachExperimentHasItsOwn() throws Exception {
        assertThat(plan("\"goal\": {\"steps\": 5}").cells())
                .extracting(Cell::seed)
                .containsExactly(Presets.load("mlp").seed());
    }

    @Test
    void aCellKeepsItsNameWhateverElseIsInTheFile() throws Exception {
        String goal = "\"goal\": {\"steps\": 5}, \"score\": 100";
        List<String> few = names("\"seeds\": [1], " + goal);
        List<String> many =
                names("\"seeds\": [0, 1], \"settings\": {\"training.batchSize\": [8, 64]}," + goal);
        int usual = Presets.load("mlp").training().batchSize();
        assertThat(usual).isEqualTo(64);
        assertThat(many).hasSize(4).contains(few.getFirst());
    }

    @Test
    void anotherLengthOrScoreIsAnotherCell() throws Exception {
        assertThat(
                        List.of(
                                names("\"goal\": {\"steps\": 5}").getFirst(),
                                names("\"goal\": {\"steps\": 6}").getFirst(),
                                names("\"goal\": {\"seconds\": 5}").getFirst(),
                                names("\"goal\": {\"steps\": 5}, \"score\": 100").getFirst()))
                .doesNotHaveDuplicates();
    }

    @Test
    void howManyGoOnAtARungChangesNoName() throws Exception {
        String half = "\"goal\": {\"steps\": 5}, \"score\": 100, \"halving\": {\"rungs\": [2], ";
        assertThat(names(half + "\"keep\": 0.5}")).isEqualTo(names(half + "\"keep\": 0.25}"));
    }

    @Test
    void filesAreLookedForBesideTheSweepFile() throws Exception {
        Files.writeString(folder.resolve("mine.json"), ProjectJson.write(Presets.load("mlp")));
        Sweep sweep =
                new SweepPlanner(SweepPlanner.in(folder))
                        .plan(
                                SweepJson.read(
                                        """
                                        {"format": 1, "experiments": ["mine.json"],
                                         "goal": {"steps": 5}}
                                        """));
        assertThat(sweep.cells().getFirst().name()).startsWith("mine-");
    }

    /** Images of 28x28 pixels cannot be made of layers that make others. */
    @Test
    void whatCannotBeTrainedIsNamedAndTheRestGoesOn() throws Exception {
        Sweep sweep =
                plan(
                        """
                        "settings": {"generator.layers.0.units": [8, 2000000000]},
                        "goal": {"steps": 5}
                        """);
        assertThat(sweep.cells()).hasSize(1);
        assertThat(sweep.rejected())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.settings()).containsValue("2000000000");
                            assertThat(one.outcome().problems()).isNotEmpty();
                        });
    }

    @Test
    void allWrongSettingsAreToldOnceEach() {
        var refused =
                catchThrowableOfType(
                        SweepException.class,
                        () ->
                                plan(
                                        """
                                        "settings": {"training.batchSze": [8, 9],
                                          "objective.kind": ["hinge", "hing"],
                                          "training.averageDecay": [0.5, 3]},
                                        "goal": {"steps": 5}
                                        """));
        assertThat(refused.problems())
                .map(problem -> FileText.say(Words.english(), problem))
                .hasSize(3)
                .anyMatch(text -> text.contains("nearest is \"training.batchSize\""))
                .anyMatch(text -> text.startsWith("objective.kind: "))
                .anyMatch(text -> text.contains("EMA decay must be at least 0"));
    }

    @Test
    void halvingNeedsAClassifierForItsData() {
        String json =
                """
                {"format": 1, "experiments": ["points"], "goal": {"steps": 5}, "score": 100,
                 "halving": {"rungs": [2], "keep": 0.5}}
                """;
        var refused =
                catchThrowableOfType(
                        SweepException.class,
                        () -> new SweepPlanner(SweepPlanner.in(folder)).plan(SweepJson.read(json)));
        assertThat(FileText.say(Words.english(), refused.problems().getFirst()))
                .contains("no classifier for these data");
    }

    @Test
    void moreThanAnybodyCanWaitForIsRefused() {
        String all = "\"seeds\": {\"count\": 100000}, \"settings\": {\"seed\": [1, 2]}";
        var refused =
                catchThrowableOfType(
                        SweepException.class, () -> plan(all + ", \"goal\": {\"steps\": 5}"));
        assertThat(refused.problems()).hasSize(1);
    }
}
