package org.ganatelier.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.ganatelier.Program;
import org.ganatelier.cli.support.Engines;
import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.sweep.CellRunner;
import org.ganatelier.sweep.CellTask;
import org.ganatelier.sweep.Cluster;
import org.ganatelier.sweep.ClusterException;
import org.ganatelier.sweep.LocalBackend;
import org.ganatelier.sweep.Rejected;
import org.ganatelier.sweep.ResultFolder;
import org.ganatelier.sweep.Row;
import org.ganatelier.sweep.Row.State;
import org.ganatelier.sweep.Scorers;
import org.ganatelier.sweep.Standing;
import org.ganatelier.sweep.Sweep;
import org.ganatelier.sweep.SweepBackend;
import org.ganatelier.sweep.SweepListener;
import org.ganatelier.sweep.SweepRun;
import org.ganatelier.sweep.ThisMachine;
import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Sweeps on a real cluster of a master and two workers: the same bits as here, whatever dies. */
final class SweepClusterTest {
    @TempDir private static Path folder = Path.of("");
    private static Optional<TestCluster> cluster = Optional.empty();

    @BeforeAll
    static void startCluster() throws Exception {
        cluster = Optional.of(new TestCluster(Files.createDirectory(folder.resolve("home")), 2));
    }

    @AfterAll
    static void stopCluster() {
        cluster.ifPresent(TestCluster::close);
    }

    private static TestCluster cluster() {
        return cluster.orElseThrow();
    }

    /** Steps of a batch of 8 take some milliseconds. */
    private static Sweep sweep(String name, int steps, String more) throws Exception {
        Path file = folder.resolve(name + ".json");
        Files.writeString(
                file,
                """
                {"format": 1, "experiments": ["mlp"], "score": 100,
                 "settings": {"training.batchSize": [8]}, "goal": {"steps": %d}, %s}
                """
                        .formatted(steps, more));
        return Sweep.open(file);
    }

    private static Standing train(
            Sweep sweep, String out, SweepBackend backend, SweepListener listener)
            throws Exception {
        var results = new ResultFolder(folder.resolve(out));
        try (var hold = results.hold().orElseThrow();
                backend) {
            assertThat(hold).isNotNull();
            return new SweepRun(sweep, results, backend, listener, new Words()).run();
        }
    }

    private static Standing here(Sweep sweep, String out) throws Exception {
        Engines engines = Program.engines();
        try (var scorers = new Scorers(engines.trainer(), engines.classifiers())) {
            var runner = new CellRunner(engines.trainer(), scorers, ThisMachine.place());
            return train(sweep, out, new LocalBackend(runner, 1), new SweepListener() {});
        }
    }

    private static SweepBackend there() throws ClusterException {
        return Cluster.find().orElseThrow().connect(cluster().master());
    }

    private static Map<String, String> bits(Standing standing) {
        return standing.results().values().stream()
                .collect(Collectors.toMap(CellResult::cell, CellResult::sha256));
    }

    private static Map<String, Double> distances(Standing standing) {
        return standing.rows().stream()
                .collect(Collectors.toMap(row -> row.cell().orElseThrow().name(), Row::distance));
    }

    @Test
    void halvingOnTheClusterGivesTheSameBitsScoresAndFilesAsHere() throws Exception {
        Sweep sweep =
                sweep(
                        "same",
                        12,
                        "\"seeds\": {\"count\": 4}, \"halving\": {\"rungs\": [5], \"keep\": 0.5}");
        Standing here = here(sweep, "here");
        Standing there = train(sweep, "there", there(), new SweepListener() {});
        assertThat(there.rows())
                .extracting(Row::state)
                .containsOnly(State.COMPLETED, State.ENDED_EARLY)
                .containsExactlyElementsOf(here.rows().stream().map(Row::state).toList());
        assertThat(bits(there)).hasSize(4).isEqualTo(bits(here));
        assertThat(distances(there)).isEqualTo(distances(here));
        for (String name : bits(here).keySet()) {
            Path one = folder.resolve("here/cells").resolve(name);
            Path other = folder.resolve("there/cells").resolve(name);
            for (String file : List.of("experiment.json", "grid.png", "score.json")) {
                assertThat(other.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
            }
            assertThat(Files.readAllLines(other.resolve("metrics.csv")))
                    .hasSameSizeAs(Files.readAllLines(one.resolve("metrics.csv")));
            assertThat(other.resolve("run.atelier")).isNotEmptyFile();
        }
        assertThat(there.results().values())
                .allSatisfy(
                        result -> {
                            assertThat(result.attempt()).isEqualTo(1);
                            assertThat(result.place().processor()).isNotBlank();
                        });
    }

    /** Kills an executor once it has told of some steps: its cell is trained again, elsewhere. */
    private static final class Killer implements SweepListener {
        private final Set<String> begun = ConcurrentHashMap.newKeySet();
        private volatile boolean killed;

        @Override
        public void started(CellTask task) {
            begun.add(task.cell().name());
        }

        @Override
        public void progressed(CellTask task, Metrics metrics) {
            if (!killed && metrics.step() > 5 && begun.size() == 2) {
                killed = true;
                cluster().executors().getFirst().destroyForcibly();
            }
        }
    }

    @Test
    void anExecutorThatIsKilledInMidJobChangesNoBit() throws Exception {
        Sweep sweep = sweep("killed", 400, "\"seeds\": [5, 6]");
        Standing here = here(sweep, "quiet");
        var killer = new Killer();
        Standing there = train(sweep, "killed", there(), killer);
        assertThat(killer.killed).isTrue();
        assertThat(there.rows()).extracting(Row::state).containsOnly(State.COMPLETED);
        assertThat(bits(there)).hasSize(2).isEqualTo(bits(here));
        assertThat(there.results().values()).extracting(CellResult::attempt).contains(2);
    }

    @Test
    void anExecutorThatCannotStartIsToldInsteadOfWaitingForEver() throws Exception {
        System.setProperty("spark.executor.extraJavaOptions", "-agentlib:no-such-agent");
        try {
            Sweep sweep = sweep("never", 10, "\"seeds\": [1]");
            var failure =
                    catchThrowableOfType(
                            ClusterException.class,
                            () -> train(sweep, "never", there(), new SweepListener() {}));
            assertThat(failure.reason()).isEqualTo(ClusterException.Reason.EXECUTORS_END);
        } finally {
            System.clearProperty("spark.executor.extraJavaOptions");
        }
    }

    private static final class Words implements SweepRun.SweepWords {
        @Override
        public String of(Throwable failure) {
            return failure.toString();
        }

        @Override
        public String of(Rejected rejected) {
            return rejected.toString();
        }
    }
}
