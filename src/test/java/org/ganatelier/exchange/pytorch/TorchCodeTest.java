package org.ganatelier.exchange.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The code of experiments. */
final class TorchCodeTest {
    private static final List<Side> BOTH = List.of(Side.GENERATOR, Side.DISCRIMINATOR);
    private static final int WIDEST = 100;

    @TempDir private Path folder;

    private static Plan plan(String preset) throws Exception {
        return Planner.check(Presets.load(preset)).plan();
    }

    private static List<Code> codes(Plan plan) {
        return List.of(
                TorchCode.train(plan),
                TorchCode.generate(plan, BOTH),
                TorchCode.generate(plan, List.of(Side.GENERATOR)),
                TorchCode.generateFromSafetensors(plan, List.of(Side.DISCRIMINATOR)));
    }

    @Test
    void pythonAcceptsTheCodeOfEveryPresetAlsoOfOneThatIsNotReady() throws Exception {
        var codes = new ArrayList<Code>();
        for (String preset : Presets.names()) {
            codes.addAll(codes(plan(preset)));
        }
        compile(codes);
    }

    @Test
    void pythonAcceptsEveryLossWithEverythingThatCanBeAdded() throws Exception {
        var codes = new ArrayList<Code>();
        for (Loss loss : Loss.all()) {
            Experiment changed = everything(Presets.load("dcgan"), loss, codes.size());
            codes.add(TorchCode.train(Planner.check(changed).plan()));
            Experiment points = everything(Presets.load("points"), loss, codes.size());
            codes.add(TorchCode.train(Planner.check(points).plan()));
        }
        compile(codes);
    }

    /**
     * All that an objective can have; not every network bears it.
     *
     * @param number decides which kind of optimizer
     */
    static Experiment everything(Experiment experiment, Loss loss, int number) {
        OptimizerSpec.Kind[] kinds = OptimizerSpec.Kind.values();
        OptimizerSpec.Kind kind = kinds[number % kinds.length];
        var optimizer =
                new OptimizerSpec(
                        kind, 1e-3, 0.5, 0.9, 0.01, 1, new Schedule(Schedule.Kind.COSINE, 50, 0.1));
        return experiment
                .withConditioning(Conditioning.CHANNELS)
                .withObjective(
                        new Objective(loss)
                                .withR1(new ZeroCentredPenalty(1, 16))
                                .withR2(new ZeroCentredPenalty(1, 1))
                                .withLabelSmoothing(0.1)
                                .withInstanceNoise(new InstanceNoise(0.1, 100)))
                .withTraining(
                        training ->
                                training.withTurns(3, 2)
                                        .withAverageDecay(0.99)
                                        .withOptimizer(Side.GENERATOR, optimizer)
                                        .withOptimizer(Side.DISCRIMINATOR, optimizer));
    }

    private void compile(List<Code> codes) throws Exception {
        var command = new ArrayList<>(List.of("python3", "-m", "py_compile"));
        for (int i = 0; i < codes.size(); i++) {
            Path file = folder.resolve("code" + i + ".py");
            Files.writeString(file, codes.get(i).text());
            command.add(file.toString());
        }
        Path said = folder.resolve("said.txt");
        assumeTrue(hasPython(), "There is no python3");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    @Test
    void everyLayerKnowsItsLines() throws Exception {
        Plan plan = plan("digits");
        Code code = TorchCode.train(plan);
        for (Side side : BOTH) {
            for (int i = 0; i < plan.network(side).layers().size(); i++) {
                assertThat(code.linesOf(new Place.Layer(side, i))).isNotEmpty();
            }
        }
        List<String> first =
                code.linesOf(new Place.Layer(Side.DISCRIMINATOR, 0)).stream()
                        .map(line -> code.lines().get(line).text().strip())
                        .toList();
        assertThat(first)
                .containsExactly(
                        "# Conv2D 16, kernel 4, stride 2",
                        "nn.Conv2d(1, 16, 4, stride=2, padding=1),",
                        "nn.LeakyReLU(0.2),");
        assertThat(code.linesOf(new Place.Settings())).isNotEmpty();
    }

    @Test
    void theUsualWaysToDoubleAnImageAreWrittenAsPeopleWriteThem() {
        assertThat(LayerPlans.doublings())
                .hasSize(12)
                .allSatisfy(
                        plan -> {
                            Shape.Image in = plan.experiment().data().shape().asImage();
                            assertThat(plan.discriminator().layers().getFirst().output())
                                    .contains(new Shape.Image(in.height() * 2, in.width() * 2, 3));
                        })
                .extracting(plan -> TorchCode.train(plan).text())
                .allSatisfy(text -> assertThat(text).doesNotContain("ZeroPad2d"))
                .anySatisfy(
                        text ->
                                assertThat(text)
                                        .contains(
                                                "nn.ConvTranspose2d(2, 3, 5, stride=2, padding=2,"
                                                        + " output_padding=1),"));
    }

    @Test
    void linesAreAsShortAsPeopleWriteThem() throws Exception {
        for (String preset : Presets.names()) {
            for (Code code : codes(plan(preset))) {
                assertThat(code.lines())
                        .allMatch(line -> line.text().length() <= WIDEST)
                        .allMatch(line -> line.text().equals(line.text().stripTrailing()));
            }
        }
    }

    @Test
    void aNameCannotEndTheTextThatItStandsIn() throws Exception {
        Experiment named =
                Presets.load("points").withName("\"\"\"\nimport os  # \\ \u2028 \u202e ü");

        Code code = TorchCode.train(Planner.check(named).plan());

        assertThat(code.lines().getFirst().text())
                .isEqualTo("\"\"\"import os  #    ü: trains both networks.");
    }

    @Test
    void whatDoesNotFitIsACommentForSomebodyToRead() throws Exception {
        Code code = TorchCode.train(plan("article"));

        assertThat(code.text())
                .contains("nn.Linear(100, 128),")
                .contains("# Conv2DTranspose 64, kernel 5, stride 2");
    }
}
