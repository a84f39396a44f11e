package org.ganatelier.exchange.keras;

import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.exchange.model.Examples;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Weights;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A network with random numbers, and what the engine makes of a random batch.
 *
 * @param input a batch of samples without labels, channels first
 * @param labels the class of each; empty where the network is told none
 * @param output channels first
 */
public record TestNetwork(
        PortableNetwork network, int batch, float[] input, byte[] labels, float[] output) {
    /** A stack alone, as a generator. */
    public static TestNetwork of(Shape input, LayerSpec... layers) throws Exception {
        return of(input, NetworkSpec.of(layers));
    }

    /** A stack alone, as a generator. */
    public static TestNetwork of(Shape input, NetworkSpec spec) throws Exception {
        NetworkPlan network = Planner.network(input, spec);
        return of(new Plan(Presets.load("mlp"), network, network), Side.GENERATOR, 3);
    }

    /** One network of an experiment that has no problems. */
    public static TestNetwork of(Experiment experiment, Side side, int batch) {
        return switch (Planner.check(experiment)) {
            case Outcome.Ready(Plan plan, _) -> of(plan, side, batch);
            case Outcome.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }

    private static TestNetwork of(Plan plan, Side side, int batch) {
        var random = new Random(3);
        NetworkPlan networkPlan = plan.network(side);
        try (var network = new Network(networkPlan)) {
            Map<String, float[]> arrays = randomized(network, side, random);
            Network.Chain chain = network.chain(batch);
            var input = new float[batch * network.inputSize()];
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) random.nextGaussian();
            }
            var labels = new byte[networkPlan.labels().classes() == 0 ? 0 : batch];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = (byte) random.nextInt(networkPlan.labels().classes());
            }
            System.arraycopy(input, 0, chain.entry().samples(), 0, input.length);
            chain.entry().tell(labels, 0);
            chain.entry().enter();
            chain.forward(
                    false,
                    () -> {
                        throw new AssertionError("Inference draws nothing");
                    });
            var checkpoint = new Checkpoint(plan.experiment(), 0, 0, arrays, Map.of());
            return new TestNetwork(
                    PortableNetwork.trained(plan, side, checkpoint, Weights.RAW),
                    batch,
                    input,
                    labels,
                    chain.output().heap().clone());
        }
    }

    /** Both networks of an experiment with random numbers, and what they compute. */
    public static Export export(Experiment experiment) {
        Plan plan =
                switch (Planner.check(experiment)) {
                    case Outcome.Ready(Plan ready, _) -> ready;
                    case Outcome.Rejected rejected -> throw new AssertionError(rejected.problems());
                };
        var arrays = new HashMap<String, float[]>();
        for (Side side : Side.values()) {
            try (var network = new Network(plan.network(side))) {
                arrays.putAll(randomized(network, side, new Random(5)));
            }
        }
        var checkpoint = new Checkpoint(experiment, 0, 0, arrays, Map.of());
        return new Export(
                plan,
                Stream.of(Side.values())
                        .map(side -> PortableNetwork.trained(plan, side, checkpoint, Weights.RAW))
                        .toList(),
                Optional.of(Examples.of(new EngineTrainer(), plan, checkpoint, Weights.RAW)));
    }

    /** Also biases, gains and running statistics get values at which a mistake shows. */
    private static Map<String, float[]> randomized(Network network, Side side, Random random) {
        network.initialize(Initialization.GLOROT_UNIFORM, random);
        String prefix = side == Side.GENERATOR ? "generator." : "discriminator.";
        var arrays = new HashMap<String, float[]>();
        for (Network.Named named : network.parameters()) {
            float[] values = named.parameter().value().heap().clone();
            for (int i = 0; i < values.length; i++) {
                // Around the initial value: no layer makes its values much larger.
                values[i] += values.length > 10_000 ? 0 : 0.4f * (random.nextFloat() - 0.5f);
            }
            System.arraycopy(values, 0, named.parameter().value().heapToWrite(), 0, values.length);
            arrays.put(prefix + named.name(), values);
        }
        return arrays;
    }

    /** The shape of a sample that comes out. */
    public Shape outputShape() {
        return network.plan().output().orElseThrow();
    }

    /** How far another program's output is from the engine's, both channels first. */
    public static double difference(float[] ours, float[] theirs) {
        if (ours.length != theirs.length) {
            throw new AssertionError(ours.length + " values, not " + theirs.length);
        }
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            double difference = Math.abs((double) ours[i] - theirs[i]);
            // No number at all is as far as can be.
            largest = difference <= largest ? largest : Double.isNaN(difference) ? 1e9 : difference;
        }
        return largest;
    }
}
