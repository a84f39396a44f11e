package org.ganatelier.exchange.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.campaign.RandomPlans;
import org.ganatelier.exchange.model.ExportTask;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What is written for PyTorch, run in PyTorch: it computes what the engine computes. Only in the
 * profile {@code interop}.
 */
final class TorchInterop {
    /** Float32 sums of some hundred products, in another order, on values of about 1. */
    private static final double MOST = 1e-5;

    @TempDir private Path folder;

    static Stream<String> readyPresets() {
        return Presets.names().stream()
                .filter(name -> Planner.check(load(name)) instanceof Outcome.Ready);
    }

    private static org.ganatelier.experiment.Experiment load(String preset) {
        try {
            return Presets.load(preset);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void export(ModelWriter writer, Plan plan, long seed, Path to) throws Exception {
        ExportTask.run(writer, RandomModels.export(plan, seed), Optional.empty(), to);
    }

    @ParameterizedTest
    @MethodSource("readyPresets")
    void everyPresetComputesTheSameInPyTorch(String preset) throws Exception {
        export(new TorchWriter(), Planner.check(load(preset)).plan(), 1, folder);
        String said = PythonRun.of(folder, "generate.py", "--check");
        assertThat(said).contains("images: largest difference", "scores: largest difference");
        assertThat(PythonRun.largestDifference(said)).isLessThanOrEqualTo(MOST);
        System.out.println(preset + ": " + said.replace('\n', ' '));
    }

    @Test
    void everyWindowComputesTheSameInPyTorch() throws Exception {
        checkAll(LayerPlans.windows());
    }

    @Test
    void networksOfAllLayersComputeTheSameInPyTorch() throws Exception {
        var random = new Random(5);
        var plans = new ArrayList<Plan>();
        while (plans.size() < 150) {
            RandomPlans.moderate(random, 4000).ifPresent(plans::add);
        }
        checkAll(plans);
    }

    private void checkAll(List<Plan> plans) throws Exception {
        for (int i = 0; i < plans.size(); i++) {
            Path to = Files.createDirectory(folder.resolve("model%05d".formatted(i)));
            ModelWriter writer = i % 2 == 0 ? new TorchWriter() : new SafetensorsWriter();
            export(writer, plans.get(i), i, to);
        }
        String said = PythonRun.checkAll(folder);
        System.out.println(said);
        assertThat(said).contains(plans.size() + " models");
        assertThat(PythonRun.largestDifference(said)).isLessThanOrEqualTo(MOST);
    }
}
