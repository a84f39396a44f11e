package org.ganatelier.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.ganatelier.project.SweepJson;
import org.ganatelier.sweep.Row.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What is trained when, whatever trains it: resuming, failing, halving, and the tables. */
final class SweepRunTest {
    private static final SweepRun.SweepWords WORDS =
            new SweepRun.SweepWords() {
                @Override
                public String of(Throwable failure) {
                    return "failed: \"" + failure.getMessage() + "\"";
                }

                @Override
                public String of(Rejected rejected) {
                    return "rejected";
                }
            };

    @TempDir private Path place = Path.of("");

    private static Sweep sweep(String more) throws Exception {
        String json =
                """
                {"format": 1, "experiments": ["mlp"], "score": 100, "goal": {"steps": 40},
                """;
        return new SweepPlanner(SweepPlanner.in(Path.of("")))
                .plan(SweepJson.read(json + more + "}"));
    }

    private static Sweep halving() throws Exception {
        return sweep(
                """
                "seeds": {"count": 8}, "halving": {"rungs": [10, 20], "keep": 0.5}
                """);
    }

    private SweepRun run(Sweep sweep, SweepBackend backend) throws IOException {
        var folder = new ResultFolder(place);
        var _ = folder.hold();
        return new SweepRun(sweep, folder, backend, new SweepListener() {}, WORDS);
    }

    private static Map<Long, State> states(Standing standing) {
        return standing.rows().stream()
                .collect(Collectors.toMap(row -> row.seed().orElseThrow(), Row::state));
    }

    @Test
    void whatIsFinishedIsNotDoneAgain() throws Exception {
        Sweep sweep = sweep("\"seeds\": {\"count\": 4}");
        var first = new FakeBackend(_ -> 1).stoppingAfter(3);
        assertThat(states(run(sweep, first).run()))
                .containsEntry(2L, State.COMPLETED)
                .containsEntry(3L, State.UNFINISHED);

        var second = new FakeBackend(_ -> 1);
        Standing standing = run(sweep, second).run();
        assertThat(second.done()).containsExactly("3 to 40");
        assertThat(states(standing).values()).containsOnly(State.COMPLETED);
    }

    @Test
    void aFailedCellSaysWhyAndIsTriedAgainAtTheNextStart() throws Exception {
        Sweep sweep = sweep("\"seeds\": {\"count\": 3}");
        Standing standing =
                run(
                                sweep,
                                new FakeBackend(
                                        task ->
                                                task.cell().seed() == 1
                                                        ? Double.POSITIVE_INFINITY
                                                        : 1))
                        .run();
        assertThat(states(standing))
                .containsEntry(0L, State.COMPLETED)
                .containsEntry(1L, State.FAILED)
                .containsEntry(2L, State.COMPLETED);
        assertThat(Files.readString(place.resolve("results.csv")))
                .contains(",failed,\"failed: \"\"no machine\"\"\",");

        var second = new FakeBackend(_ -> 1);
        assertThat(states(run(sweep, second).run())).containsEntry(1L, State.COMPLETED);
        assertThat(second.done()).containsExactly("1 to 40");
    }

    @Test
    void aTrainingThatDivergesIsAResult() throws Exception {
        Sweep sweep = sweep("\"seeds\": {\"count\": 2}");
        run(sweep, new FakeBackend(task -> task.cell().seed() == 0 ? Double.NaN : 1)).run();
        var second = new FakeBackend(_ -> 1);
        assertThat(states(run(sweep, second).run())).containsEntry(0L, State.DIVERGED);
        assertThat(second.done()).isEmpty();
    }

    /** Of eight four go on, of four two; less is better, so the small seeds do. */
    @Test
    void weakTrainingsEndEarly() throws Exception {
        var backend = new FakeBackend(task -> task.cell().seed());
        Standing standing = run(halving(), backend).run();
        assertThat(backend.done())
                .startsWith("0 to 10", "1 to 10")
                .endsWith(
                        "7 to 10", "0 to 20", "1 to 20", "2 to 20", "3 to 20", "0 to 40",
                        "1 to 40");
        assertThat(states(standing))
                .containsEntry(1L, State.COMPLETED)
                .containsEntry(2L, State.ENDED_EARLY)
                .containsEntry(4L, State.ENDED_EARLY);
    }

    @Test
    void aRungIsDecidedByItsOwnScoresHoweverOftenTheSweepIsStopped() throws Exception {
        Sweep sweep = halving();
        // The best of the first rung is the worst later: that must not change who went on.
        ToDoubleFunction<CellTask> turning =
                task -> task.before().isEmpty() ? task.cell().seed() : 10 - task.cell().seed();
        var whole = new FakeBackend(turning);
        Standing expected = run(sweep, whole).run();
        List<String> all = whole.done();

        Path other = place.resolve("other");
        var tasks = new ArrayList<String>();
        for (int start = 0; start < all.size(); start++) {
            var folder = new ResultFolder(other);
            var hold = folder.hold().orElseThrow();
            var one = new FakeBackend(turning).stoppingAfter(1);
            new SweepRun(sweep, folder, one, new SweepListener() {}, WORDS).run();
            tasks.addAll(one.done());
            hold.close();
        }
        assertThat(tasks).isEqualTo(all);
        assertThat(Files.readString(other.resolve("results.csv")))
                .isEqualTo(Files.readString(place.resolve("results.csv")));
        assertThat(states(expected)).containsEntry(0L, State.ENDED_EARLY);
    }

    @Test
    void whatDivergedCountsAsWeak() throws Exception {
        var backend =
                new FakeBackend(task -> task.cell().seed() < 6 ? Double.NaN : task.cell().seed());
        Standing standing = run(halving(), backend).run();
        // Four may go on, and only two can.
        assertThat(backend.done()).contains("6 to 20", "7 to 20", "6 to 40").hasSize(8 + 2 + 1);
        assertThat(states(standing))
                .containsEntry(0L, State.DIVERGED)
                .containsEntry(7L, State.ENDED_EARLY);
    }

    @Test
    void theTableHasALineForEachCellAndTheBestFirstForPeople() throws Exception {
        Sweep sweep = sweep("\"settings\": {\"training.batchSize\": [8, 16]}, \"seeds\": [1]");
        Standing standing =
                run(sweep, new FakeBackend(task -> task.cell().name().hashCode() & 0xff)).run();
        List<String> lines = Files.readAllLines(place.resolve("results.csv"));
        assertThat(lines)
                .hasSize(3)
                .first()
                .isEqualTo(
                        "cell,experiment,training.batchSize,seed,step,seconds,frechet,spread,"
                                + "baseline,classes,evenness,confidence,class_accuracy,end,"
                                + "problem,attempt,host,processor,sha256");
        assertThat(lines.get(1))
                .startsWith(sweep.cells().getFirst().name() + ",mlp,8,1,40,1.0,")
                .endsWith(",2,1.0,0.5,,completed,,1,here,\"a, processor\",00ff");
        assertThat(Files.readString(place.resolve("results.json")))
                .startsWith("[{\"cell\":\"" + sweep.cells().getFirst().name() + "\"")
                .contains("\"seed\":1,\"step\":40");
        assertThat(standing.best()).extracting(Row::distance).isSorted();
    }

    @Test
    void settingsAreComparedByTheMedianOfTheirSeeds() throws Exception {
        Sweep sweep =
                sweep(
                        """
                        "settings": {"training.batchSize": [8, 16, 32]}, "seeds": [1, 2, 3, 4]
                        """);
        // 16 is better in the middle though its worst is worse; of 32 only one seed gets anywhere.
        Map<Integer, List<Double>> told =
                Map.of(
                        8, List.of(5.0, 5.0, 6.0, 7.0),
                        16, List.of(1.0, 2.0, 3.0, 90.0),
                        32, List.of(Double.NaN, 40.0, Double.NaN, Double.NaN));
        Standing standing = run(sweep, new FakeBackend(task -> distance(told, task.cell()))).run();
        assertThat(standing.groups())
                .extracting(
                        group -> group.settings().get("training.batchSize"),
                        SeedGroup::seeds,
                        SeedGroup::median,
                        SeedGroup::least,
                        SeedGroup::most)
                .containsExactly(
                        tuple("16", 4, 2.5, 1.0, 90.0),
                        tuple("8", 4, 5.5, 5.0, 7.0),
                        tuple("32", 1, 40.0, 40.0, 40.0));
    }

    private static double distance(Map<Integer, List<Double>> told, Cell cell) {
        int batch = cell.plan().experiment().training().batchSize();
        return told.getOrDefault(batch, List.of()).get((int) cell.seed() - 1);
    }

    @Test
    void oneSweepAtATimeHasAFolder() throws Exception {
        var folder = new ResultFolder(place);
        try (var _ = folder.hold().orElseThrow()) {
            assertThat(new ResultFolder(place).hold()).isEmpty();
        }
        try (var again = new ResultFolder(place).hold().orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }
}
