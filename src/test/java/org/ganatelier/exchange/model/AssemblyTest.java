package org.ganatelier.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** An import becomes an experiment, and imported weights a run. */
@Timeout(120)
final class AssemblyTest {
    private static final Activation SIGMOID = new Activation.Sigmoid();
    private static final Activation LINEAR = new Activation.Linear();
    private static Experiment digits;

    @BeforeAll
    static void load() throws Exception {
        digits = Presets.load("digits");
    }

    private static Assembled assembled(ImportedStack... stacks) {
        return Assembly.of(
                new Imported(List.of(stacks), List.of()), "Mine", digits, List.of(digits));
    }

    private static ImportedStack judge(LayerSpec... layers) {
        return ImportedStack.of("discriminator", Optional.of(new Shape.Flat(784)), List.of(layers));
    }

    @Test
    void oneNetworkLeavesTheOtherAsItWas() {
        Assembled made = assembled(judge(new Dense(1, true, LINEAR)));
        assertThat(made.experiment().generator()).isEqualTo(digits.generator());
        assertThat(made.experiment().name()).isEqualTo("Mine");
        assertThat(facts(made)).contains(new Fact.Absent(Side.GENERATOR));
    }

    @Test
    void theSigmoidAtTheEndIsAPartOfTheLoss() {
        Assembled made = assembled(judge(new Dense(1, true, SIGMOID)));
        assertThat(made.experiment().discriminator().layers())
                .containsExactly(new Flatten(), new Dense(1, true, LINEAR));
        assertThat(facts(made)).contains(new Fact.SigmoidInLoss("discriminator"));
    }

    @Test
    void vectorsAndImagesMeetOutsideOfTheNetworks() {
        var generator =
                ImportedStack.of(
                        "G",
                        Optional.of(new Shape.Flat(10)),
                        List.of(new Dense(784, true, new Activation.Tanh())));
        Assembled made = assembled(generator, judge(new Dense(1, true, LINEAR)));
        assertThat(made.experiment().generator().layers())
                .endsWith(new Reshape(new Shape.Image(28, 28, 1)));
        assertThat(Planner.check(made.experiment()).problems()).isEmpty();
    }

    @Test
    void knownNetworksBringTheirSettings() throws Exception {
        Experiment known = Presets.load("article");
        Assembled made =
                Assembly.of(
                        new Imported(
                                List.of(
                                        stack("G", known, Side.GENERATOR),
                                        stack("D", known, Side.DISCRIMINATOR)),
                                List.of(
                                        new Remark(
                                                new Remark.Source.Line(1),
                                                new Fact.OutputAsLoss("loss = D(x)")))),
                        "Mine",
                        digits,
                        List.of(digits, known));
        assertThat(made.experiment()).isEqualTo(known);
    }

    private static ImportedStack stack(String name, Experiment experiment, Side side) {
        return ImportedStack.of(name, Optional.empty(), experiment.network(side).layers());
    }

    private static List<Fact> facts(Assembled made) {
        return made.remarks().stream().map(Remark::fact).toList();
    }

    @Test
    void importedWeightsSampleAsTheyDidAndGoOnTraining() throws Exception {
        Plan plan = plan();
        var random = new Random(3);
        Assembled made =
                assembled(
                        trained(plan, Side.GENERATOR, random),
                        trained(plan, Side.DISCRIMINATOR, random));
        assertThat(made.isTrained()).isTrue();
        var trainer = new EngineTrainer();
        Checkpoint run = made.checkpoint(trainer).orElseThrow();
        assertThat(run.step()).isZero();
        for (Side side : Side.values()) {
            List<Map<String, float[]>> given = made.weights().getOrDefault(side, List.of());
            assertThat(given).isNotEmpty();
            for (int i = 0; i < given.size(); i++) {
                for (String name : given.get(i).keySet()) {
                    assertThat(run.values(side, i, name, Weights.AVERAGED))
                            .contains(given.get(i).get(name));
                }
            }
        }
        var input = GeneratorInput.sampled(made.experiment(), 2, 0);
        assertThat(trainer.sample(plan, run, input, Weights.AVERAGED).count()).isEqualTo(2);
        assertThat(afterOneStep(trainer, plan, Optional.of(run)).step()).isEqualTo(1);
    }

    @Test
    void weightsOfOneNetworkLeaveTheOtherUntrained() {
        Plan plan = plan();
        Assembled made = assembled(trained(plan, Side.GENERATOR, new Random(1)));
        assertThat(facts(made)).contains(new Fact.Untrained(Side.DISCRIMINATOR));
        var trainer = new EngineTrainer();
        Checkpoint run = made.checkpoint(trainer).orElseThrow();
        Checkpoint fresh = trainer.beginning(plan);
        assertThat(run.arrays().get("discriminator.0.weight"))
                .isEqualTo(fresh.arrays().get("discriminator.0.weight"));
        assertThat(run.arrays().get("generator.0.weight"))
                .isNotEqualTo(fresh.arrays().get("generator.0.weight"));
    }

    private static Plan plan() {
        return Planner.check(digits).plan();
    }

    private static ImportedStack trained(Plan plan, Side side, Random random) {
        List<Map<String, float[]>> arrays = new ArrayList<>();
        for (var layer : plan.network(side).layers()) {
            Map<String, float[]> of = new HashMap<>();
            for (ParameterPlan parameter : layer.parameters()) {
                var values = new float[Math.toIntExact(parameter.count())];
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextFloat(0.01f, 0.1f);
                }
                of.put(parameter.name(), values);
            }
            arrays.add(of);
        }
        return new ImportedStack(
                side.id(), Optional.empty(), digits.network(side).layers(), arrays);
    }

    @Test
    void aRunFromItsBeginningIsTheRunThatBeginsAnew() throws Exception {
        Plan plan = plan();
        var trainer = new EngineTrainer();
        Checkpoint anew = afterOneStep(trainer, plan, Optional.empty());
        Checkpoint from = afterOneStep(trainer, plan, Optional.of(trainer.beginning(plan)));
        assertThat(from.arrays().keySet()).isEqualTo(anew.arrays().keySet());
        from.arrays()
                .forEach((name, values) -> assertThat(values).isEqualTo(anew.arrays().get(name)));
    }

    private static Checkpoint afterOneStep(
            EngineTrainer trainer, Plan plan, Optional<Checkpoint> from) throws Exception {
        Dataset data = Datasets.open(digits.data());
        var end = new CompletableFuture<RunEvent.End>();
        var options = RunOptions.batch(OptionalLong.of(1), Optional.empty(), OptionalInt.empty());
        var run =
                trainer.start(
                        plan,
                        data,
                        from,
                        options,
                        event -> {
                            if (event instanceof RunEvent.Ended ended) {
                                end.complete(ended.end());
                            }
                        });
        assertThat(end.get()).isEqualTo(new RunEvent.End.Completed());
        return run.checkpoint().get();
    }
}
