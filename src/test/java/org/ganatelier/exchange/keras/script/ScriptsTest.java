package org.ganatelier.exchange.keras.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.ganatelier.exchange.keras.LayerZoo;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The networks of scripts, read by Python's own parser and Keras's rules for shapes. */
class ScriptsTest {
    private static final List<Side> SIDES = List.of(Side.GENERATOR, Side.DISCRIMINATOR);

    @TempDir private Path folder;

    private final List<String> files = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    @BeforeAll
    static void needPython() {
        assumeThat(Python3.isThere()).as("there is no python3 here").isTrue();
    }

    @Test
    void theNetworksOfEveryPresetMakeTheShapesOfThePlan() throws Exception {
        for (String preset : Presets.names()) {
            if (!preset.equals("article")) {
                add(Planner.check(Presets.load(preset)).plan());
            }
        }
        compare();
    }

    @Test
    void everyLayerMakesTheShapesOfThePlan() throws Exception {
        Experiment mlp = Presets.load("mlp");
        for (LayerZoo.Case example : LayerZoo.all().toList()) {
            NetworkPlan network = Planner.network(example.input(), example.net());
            add(new Plan(mlp, network, network));
        }
        compare();
    }

    @Test
    void labelsAndTrainedWrappersAndInitialWeightsMakeTheShapesOfThePlan() throws Exception {
        for (Conditioning conditioning : Conditioning.values()) {
            for (Initialization scheme : Initialization.values()) {
                Experiment digits =
                        Presets.load("digits-conditional").withConditioning(conditioning);
                for (Side side : SIDES) {
                    digits =
                            digits.withNetwork(
                                    side,
                                    net ->
                                            net.withInitialization(scheme)
                                                    .withLayers(normalized(net.layers())));
                }
                Experiment varied =
                        digits.withNetwork(
                                Side.DISCRIMINATOR,
                                net -> net.withInserted(2, new MinibatchStdDev(4)));
                add(Planner.check(varied).plan());
            }
        }
        compare();
    }

    private static List<LayerSpec> normalized(List<LayerSpec> layers) {
        return layers.stream()
                .map(
                        layer ->
                                switch (layer) {
                                    case Dense dense -> dense.withSpectralNorm(true);
                                    case Conv2D conv -> conv.withSpectralNorm(true);
                                    case Conv2DTranspose conv -> conv.withSpectralNorm(true);
                                    default -> layer;
                                })
                .toList();
    }

    /**
     * Scripts of a plan, and what Python should find in them: each dialect's, one that trains and
     * one that does not.
     */
    private void add(Plan plan) throws Exception {
        Path to = folder.resolve("n%d".formatted(files.size()));
        add(
                plan,
                Scripts.generate(Dialect.TENSORFLOW, plan, SIDES).text(),
                to.resolve("generate.py"));
        add(plan, Scripts.train(Dialect.KERAS, plan).text(), to.resolve("train.py"));
    }

    private void add(Plan plan, String script, Path file) throws Exception {
        files.add(Python3.write(script, file).toString());
        for (Side side : SIDES) {
            expected.add(
                    "%s %s %s %d"
                            .formatted(file, side.id(), made(plan, side), numbers(plan, side)));
        }
    }

    private static String made(Plan plan, Side side) {
        Shape shape = plan.network(side).output().orElseThrow();
        return shape.toString().replace('×', 'x');
    }

    /** All but the vectors of spectral normalization, which Keras keeps by itself. */
    private static long numbers(Plan plan, Side side) {
        return plan.network(side).layers().stream()
                .map(LayerPlan::parameters)
                .flatMap(List::stream)
                .filter(parameter -> !parameter.name().equals("u"))
                .mapToLong(ParameterPlan::count)
                .sum();
    }

    private void compare() throws Exception {
        Python3.compile(folder);
        List<String> found = Python3.run(String.join("\n", files), "-c", reader());
        assertThat(found).isEqualTo(expected);
    }

    private static String reader() throws Exception {
        try (InputStream in = ScriptsTest.class.getResourceAsStream("shapes.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
