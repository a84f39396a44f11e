package org.ganatelier.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Samples;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.memory.Bytes;
import org.ganatelier.plan.memory.RunMemory;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.DiscriminatorInput;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Question;
import org.ganatelier.train.Run;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.RunOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Whatever the planner accepts runs, goes on from a file with the same bits, and holds no more than
 * was counted.
 */
final class EngineCampaignTest {
    private static final int SAMPLE = 12;
    private static final int SAMPLE_AT_LIMIT = 1;
    private static final int ASKED = 64;
    private static final int MOST_VALUES = 3_000;

    /** Beside what is counted: objects, and tables of a few bytes for each layer. */
    private static final long SLACK = 64 << 10;

    private final EngineTrainer trainer = new EngineTrainer();

    @TempDir private Path folder;

    @Test
    void whatIsAcceptedRunsAndGoesOnFromAFileWithTheSameBits() {
        Campaign.of("engine", SAMPLE)
                .run(
                        random ->
                                RandomExperiments.accepted(
                                                random, RandomLayers.moderate(), MOST_VALUES)
                                        .ifPresent(plan -> tryOut(plan, random)));
    }

    @Test
    void whatIsAcceptedAtTheLimitRunsWithinTheHeap() {
        Campaign.of("limit", SAMPLE_AT_LIMIT)
                .run(
                        random ->
                                RandomExperiments.atTheLimit(random)
                                        .ifPresent(plan -> fill(plan, random)));
    }

    /** Takes all that may be held at once. */
    private void fill(Plan plan, RandomGenerator random) {
        try {
            Dataset data = RandomData.of(plan.experiment().data(), random);
            Run run = start(plan, data, Optional.empty());
            try {
                Checkpoint second = twoSteps(run);
                ask(run, plan.experiment(), random);
                assertHolds(plan, run);
                assertThat(second.step()).isEqualTo(2);
            } finally {
                run.close();
            }
        } catch (Exception e) {
            throw new AssertionError(plan.experiment().toString(), e);
        }
    }

    private void tryOut(Plan plan, RandomGenerator random) {
        try {
            Dataset data = RandomData.of(plan.experiment().data(), random);
            Run run = start(plan, data, Optional.empty());
            try {
                Checkpoint second = twoSteps(run);
                ask(run, plan.experiment(), random);
                assertHolds(plan, run);
                Checkpoint fourth = twoSteps(run);
                // One that diverged has nothing to be compared.
                if (fourth.step() == 4) {
                    assertSame(goneOn(plan, data, throughFile(second)), fourth);
                }
            } finally {
                run.close();
            }
        } catch (Exception e) {
            throw new AssertionError(plan.experiment().toString(), e);
        }
    }

    private static Checkpoint twoSteps(Run run) {
        run.step(Turn.BOTH);
        run.step(Turn.BOTH);
        return run.checkpoint().join();
    }

    private Run start(Plan plan, Dataset data, Optional<Checkpoint> from) {
        RunOptions options =
                RunOptions.batch(OptionalLong.empty(), Optional.empty(), OptionalInt.of(1));
        return trainer.start(plan, data, from, options.startingPaused(), event -> {});
    }

    private Checkpoint throughFile(Checkpoint state) throws Exception {
        Path file = folder.resolve("run.atelier");
        ProjectFile.save(file, state);
        return ProjectFile.loadRun(file);
    }

    private Checkpoint goneOn(Plan plan, Dataset data, Checkpoint from) {
        Run run = start(plan, data, Optional.of(from));
        try {
            return twoSteps(run);
        } finally {
            run.close();
        }
    }

    private static void assertSame(Checkpoint actual, Checkpoint expected) {
        assertThat(actual.step()).isEqualTo(expected.step());
        assertThat(actual.counters()).isEqualTo(expected.counters());
        assertThat(actual.arrays().keySet()).isEqualTo(expected.arrays().keySet());
        expected.arrays()
                .forEach(
                        (name, values) ->
                                assertThat(Arrays.equals(actual.arrays().get(name), values))
                                        .as(name)
                                        .isTrue());
    }

    /** Every kind of question, about G in batches of all sizes. */
    static void ask(Run run, Experiment experiment, RandomGenerator random) throws Exception {
        var scored = new CompletableFuture<float[]>();
        run.ask(new Question.ScoreGradient(input(experiment, random)), scored::complete);
        scored.get();
        for (int count = 1; count <= ASKED; count *= 2) {
            var answered = new CompletableFuture<Samples>();
            run.ask(
                    new Question.Generate(GeneratorInput.sampled(experiment, count, 1)),
                    answered::complete);
            answered.get();
        }
    }

    private static DiscriminatorInput input(Experiment experiment, RandomGenerator random) {
        boolean told = experiment.conditioning() != Conditioning.NONE;
        return new DiscriminatorInput(
                RandomData.samples(experiment.data().shape(), ASKED, random),
                new byte[told ? ASKED : 0]);
    }

    static void assertHolds(Plan plan, Run run) throws IllegalAccessException {
        Bytes counted = RunMemory.of(plan);
        HeldBytes held = HeldBytes.by(run);
        assertThat(held.heap()).as("heap").isLessThanOrEqualTo(counted.heap() + SLACK);
        assertThat(held.outside()).as("outside").isLessThanOrEqualTo(counted.outside() + SLACK);
    }
}
