package org.ganatelier.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.ganatelier.project.sweep.Axis;
import org.ganatelier.project.sweep.Halving;
import org.ganatelier.project.sweep.SweepFile;
import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Goal;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Sweep files: what is read, and that all that is wrong is told at once. */
final class SweepJsonTest {
    private static List<String> problems(String json) {
        var refused = catchThrowableOfType(SweepException.class, () -> SweepJson.read(json));
        return refused.problems().stream()
                .map(problem -> FileText.say(Words.english(), problem))
                .toList();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var file =
                new SweepFile(
                        List.of("digits", "mine.json"),
                        List.of(
                                new Axis(
                                        "training.batchSize", new Axis.Listed(List.of("32", "64"))),
                                new Axis(
                                        "objective.r1",
                                        new Axis.Range(
                                                0.1, 10, 3, Axis.Scale.LOG, Axis.Draw.HALTON))),
                        List.of(3L, 5L),
                        new Goal.Seconds(2.5),
                        OptionalInt.of(5000),
                        Optional.of(new Halving(List.of(new Goal.Seconds(1)), 0.5)));
        assertThat(SweepJson.read(SweepJson.write(file))).isEqualTo(file);
    }

    @Test
    void everythingThatASweepCanSayIsRead() throws Exception {
        SweepFile file =
                SweepJson.read(
                        """
                        {"format": 1, "experiments": ["digits", "mine.json"],
                         "seeds": {"from": 3, "count": 2},
                         "settings": {
                           "training.batchSize": [32, 64],
                           "objective.kind": ["hinge"],
                           "objective.r1": {"from": 0.1, "to": 10, "count": 3, "scale": "log"},
                           "training.averageDecay":
                             {"from": 0.5, "to": 0.9, "count": 4, "draw": "halton"}},
                         "goal": {"steps": 3000}, "score": 5000,
                         "halving": {"rungs": [500, 1000], "keep": 0.5}}
                        """);
        assertThat(file)
                .isEqualTo(
                        new SweepFile(
                                List.of("digits", "mine.json"),
                                List.of(
                                        new Axis(
                                                "training.batchSize",
                                                new Axis.Listed(List.of("32", "64"))),
                                        new Axis(
                                                "objective.kind",
                                                new Axis.Listed(List.of("hinge"))),
                                        new Axis(
                                                "objective.r1",
                                                new Axis.Range(
                                                        0.1,
                                                        10,
                                                        3,
                                                        Axis.Scale.LOG,
                                                        Axis.Draw.GRID)),
                                        new Axis(
                                                "training.averageDecay",
                                                new Axis.Range(
                                                        0.5,
                                                        0.9,
                                                        4,
                                                        Axis.Scale.LINEAR,
                                                        Axis.Draw.HALTON))),
                                List.of(3L, 4L),
                                new Goal.Steps(3000),
                                OptionalInt.of(5000),
                                Optional.of(
                                        new Halving(
                                                List.of(new Goal.Steps(500), new Goal.Steps(1000)),
                                                0.5))));
    }

    @Test
    void onlyExperimentsAndAGoalAreNeeded() throws Exception {
        SweepFile file =
                SweepJson.read(
                        """
                        {"format": 1, "experiments": ["mlp"], "goal": {"seconds": 1.5}}
                        """);
        assertThat(file.goals()).containsExactly(new Goal.Seconds(1.5));
        assertThat(file.seeds()).isEmpty();
        assertThat(file.score()).isEmpty();
    }

    @Test
    void valuesReadAsAPersonWritesThem() throws Exception {
        SweepFile file =
                SweepJson.read(
                        """
                        {"format": 1, "experiments": ["mlp"], "goal": {"steps": 1},
                         "settings": {"x": [0.00001, 32, 1.50, "hinge", true, [28, 28, 1]]}}
                        """);
        assertThat(file.axes().getFirst().values())
                .isEqualTo(
                        new Axis.Listed(
                                List.of("0.00001", "32", "1.5", "hinge", "true", "[28,28,1]")));
    }

    @Test
    void seedsMayBeAList() throws Exception {
        String json =
                """
                {"format": 1, "experiments": ["mlp"], "seeds": [5, -1], "goal": {"steps": 1}}
                """;
        assertThat(SweepJson.read(json).seeds()).containsExactly(5L, -1L);
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheirPlaces() {
        assertThat(
                        problems(
                                """
                                {"format": 1, "experiments": [], "seed": 3,
                                 "settings": {
                                   "a": [8, 8],
                                   "b": {"from": 2, "to": 1, "count": 1, "scale": "log10"},
                                   "c": {"from": 0, "to": 1, "count": 5, "scale": "log"}},
                                 "seeds": {"from": 0.5, "count": 0},
                                 "goal": {"steps": 30, "seconds": 3}, "score": 5,
                                 "halving": {"rungs": [10, 5], "keep": 1.5}}
                                """))
                .containsExactly(
                        "seed: There is no field \"seed\" here; did you mean \"seeds\"?",
                        "experiments: This list is empty: say at least one.",
                        "settings.a.1: This is there twice: remove one of them.",
                        "settings.b.scale: This must be \"linear\" or \"log\", not \"log10\".",
                        "settings.b.to: The end of a range must lie above its beginning.",
                        "settings.b.count: This must be at least 2.",
                        "settings.c.from: This must be above 0.",
                        "seeds.from: This must be a whole number, not 0.5.",
                        "seeds.count: This must be at least 1.",
                        "goal: Say either \"steps\" or \"seconds\".",
                        "score: Between 100 and 100,000 images can be scored.",
                        "halving.keep: This must lie between 0 and 1.",
                        "halving.rungs: Rungs must rise, and the last must lie below the goal.");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(problems("{}"))
                .containsExactly(
                        "format: This is missing; it must be a whole number.",
                        "experiments: This is missing; it must be a list.",
                        "goal: This is missing; it must be an object.");
    }

    @Test
    void rangesThatAreDrawnTogetherHaveTheSameCount() {
        assertThat(
                        problems(
                                """
                                {"format": 1, "experiments": ["mlp"], "settings": {
                                   "a": {"from": 0, "to": 1, "count": 5, "draw": "random"},
                                   "b": {"from": 0, "to": 1, "count": 6, "draw": "halton"},
                                   "c": {"from": 0, "to": 1, "count": 7}},
                                 "goal": {"steps": 1}}
                                """))
                .containsExactly(
                        "settings: Ranges that are drawn make one list of points, so all must have"
                                + " the same \"count\".");
    }

    @Test
    void halvingWithoutAScoreSaysWhatToDo() {
        assertThat(
                        problems(
                                """
                                {"format": 1, "experiments": ["mlp"], "goal": {"steps": 10},
                                 "halving": {"rungs": [5], "keep": 0.5}}
                                """))
                .singleElement()
                .asString()
                .contains("\"score\": 5000");
    }

    @Test
    void whatIsNoJsonAndWhatIsTooNewIsToldAsOfAnExperiment() {
        assertThat(problems("{\"format\": 1,")).singleElement().asString().contains("not JSON");
        assertThat(
                        problems(
                                """
                                {"format": 9, "experiments": ["mlp"], "goal": {"steps": 10}}
                                """))
                .singleElement()
                .asString()
                .contains("newer GAN Atelier");
    }
}
