package org.ganatelier.exchange.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.campaign.RandomPlans;
import org.ganatelier.data.Catalog;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Images;
import org.ganatelier.data.Split;
import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.exchange.image.Npy;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ExportTask;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.PairedLoss;
import org.ganatelier.experiment.objective.ScoreBatch;
import org.ganatelier.experiment.objective.SeparableLoss;
import org.ganatelier.measure.Scorer;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.quality.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
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

    private static final int NETWORKS = 150;
    private static final int MOST_VALUES = 4000;

    @TempDir private Path folder;

    static Stream<String> readyPresets() {
        return Presets.names().stream()
                .filter(name -> Planner.check(load(name)) instanceof Outcome.Ready);
    }

    private static Experiment load(String preset) {
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
    void theUsualWaysToDoubleAnImageComputeTheSameInPyTorch() throws Exception {
        checkAll(LayerPlans.doublings());
    }

    @Test
    void networksOfAllLayersComputeTheSameInPyTorch() throws Exception {
        var random = new Random(5);
        var plans = new ArrayList<Plan>();
        while (plans.size() < NETWORKS) {
            RandomPlans.moderate(random, MOST_VALUES).ifPresent(plans::add);
        }
        var kinds = new HashSet<Kind<LayerSpec>>();
        var labels = EnumSet.noneOf(Conditioning.class);
        for (Plan plan : plans) {
            labels.add(plan.experiment().conditioning());
            for (Side side : Side.values()) {
                plan.experiment().network(side).layers().forEach(l -> kinds.add(l.kind()));
            }
        }
        assertThat(kinds).containsAll(LayerSpec.kinds());
        assertThat(labels).containsExactly(Conditioning.values());
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

    @Test
    void bothFilesHoldTheSameNumbers() throws Exception {
        Plan plan = Planner.check(Presets.load("digits-conditional")).plan();
        export(new TorchWriter(), plan, 1, folder.resolve("torch"));
        export(new SafetensorsWriter(), plan, 1, folder.resolve("safe"));

        String said = PythonRun.of(folder, "-c", PythonRun.COMPARE_FILES);

        assertThat(said).contains("discriminator: 15 equal", "generator: 12 equal");
    }

    @Test
    void lossesAreThoseOfTheEngine() throws Exception {
        for (Loss loss : Loss.all()) {
            Objective objective = new Objective(loss).withLabelSmoothing(0.1);
            var plan = Planner.check(Presets.load("points").withObjective(objective)).plan();
            TorchWriter.write(TorchCode.train(plan), folder.resolve("train.py"));

            String said = PythonRun.of(folder, "-c", PythonRun.LOSSES).strip();

            float[] scores = {0.5f, -1.5f, 2, 0.25f, -0.75f, 1.25f};
            var real = new ScoreBatch(scores, 0, 3, new float[6]);
            var fake = new ScoreBatch(scores, 3, 3, new float[6]);
            double ofDiscriminator = loss.ofDiscriminator(real, fake, objective.realTarget());
            double ofGenerator =
                    switch (loss) {
                        case SeparableLoss separable -> separable.ofGenerator(fake);
                        case PairedLoss paired -> paired.ofGenerator(real, fake);
                    };
            String[] losses = said.split(" ", -1);
            assertThat(Double.parseDouble(losses[0])).isCloseTo(ofDiscriminator, within(1e-6));
            assertThat(Double.parseDouble(losses[1])).isCloseTo(ofGenerator, within(1e-6));
        }
    }

    @Test
    void everyObjectiveAndOptimizerTrains() throws Exception {
        var experiments = new ArrayList<Experiment>();
        for (Loss loss : Loss.all()) {
            for (String preset : List.of("points", "mlp")) {
                experiments.add(
                        TorchCodeTest.everything(Presets.load(preset), loss, experiments.size()));
            }
        }
        Experiment batches = Presets.load("digits-conditional");
        for (Initialization scheme : Initialization.values()) {
            Experiment changed = batches.withTraining(t -> t.withTurns(2, 2));
            for (Side side : Side.values()) {
                changed =
                        changed.withNetwork(
                                side, net -> Nets.spectral(net.withInitialization(scheme)));
            }
            experiments.add(changed);
        }
        for (int i = 0; i < experiments.size(); i++) {
            assertThat(Planner.check(experiments.get(i))).isInstanceOf(Outcome.Ready.class);
            exportCode(
                    Planner.check(experiments.get(i)).plan(),
                    folder.resolve("run%02d".formatted(i)));
        }
        String said = PythonRun.trainAll(folder);
        System.out.println(said);
        assertThat(said).contains(experiments.size() + " experiments, 0 failed");
    }

    private static void exportCode(Plan plan, Path to) throws Exception {
        List<PortableNetwork> untrained =
                Stream.of(Side.GENERATOR, Side.DISCRIMINATOR)
                        .map(side -> PortableNetwork.untrained(plan, side))
                        .toList();
        ExportTask.run(
                new TorchWriter(),
                new Export(plan, untrained, Optional.empty()),
                Optional.of(Datasets.open(plan.experiment().data())),
                to);
    }

    @Test
    void digitsTrainedInPyTorchAreDigits() throws Exception {
        exportCode(Planner.check(Presets.load("digits")).plan(), folder);
        PythonRun.of(folder, "train.py", "--steps", "1000", "--threads", "1");

        var mnist = (DataSpec.Bundled) Presets.load("digits").data();
        Images made = Npy.read(folder.resolve("samples.npy"));
        try (Classifier classifier =
                new EngineClassifierTrainer().open(ClassifierFile.bundled(mnist))) {
            Score score = new Scorer(classifier, Split.of(Catalog.of(mnist)).heldOut()).score(made);
            System.out.println(score);
            assertThat(score.images().coverage().shares()).allMatch(share -> share > 0.03);
        }
    }
}
