package org.ganatelier.exchange.onnx;

import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A network with numbers at which a mistake would show, running statistics too: as it is handed to
 * other programs, and as the engine computes it.
 */
public final class RandomNetwork implements AutoCloseable {
    public final PortableNetwork portable;
    private final Network engine;
    private final Map<String, float[]> arrays = new LinkedHashMap<>();
    private final Plan plan;
    private final Random random = new Random(7);

    public RandomNetwork(Plan plan, Side side) {
        this.plan = plan;
        engine = new Network(plan.network(side));
        engine.initialize(Initialization.GLOROT_UNIFORM, random);
        for (Network.Named named : engine.parameters()) {
            float[] values = named.parameter().value().heapToUpdate();
            change(named.parameter().name(), values);
            arrays.put(side.id() + "." + named.name(), values.clone());
        }
        Checkpoint checkpoint = checkpoint(arrays);
        portable = PortableNetwork.trained(plan, side, checkpoint, Weights.RAW);
    }

    private Checkpoint checkpoint(Map<String, float[]> all) {
        return new Checkpoint(plan.experiment(), 0, 0, all, Map.of());
    }

    /** A checkpoint of this network and the other of the same plan. */
    public Checkpoint with(RandomNetwork other) {
        var both = new LinkedHashMap<>(arrays);
        both.putAll(other.arrays);
        return checkpoint(both);
    }

    /** Weights are random already; the others begin with the same value in each channel. */
    private void change(String name, float[] values) {
        float most =
                switch (name) {
                    case "bias", "gamma", "beta", "mean", "slope" -> 0.2f;
                    case "variance" -> 0.05f;
                    default -> 0;
                };
        for (int i = 0; i < values.length; i++) {
            values[i] += most * (float) random.nextGaussian();
        }
    }

    /** A stack by itself, which need not be a whole discriminator. */
    public static RandomNetwork of(Shape.Image input, List<LayerSpec> layers) {
        return new RandomNetwork(plan(input, layers), Side.DISCRIMINATOR);
    }

    private static Plan plan(Shape.Image input, List<LayerSpec> layers) {
        NetworkSpec stack = NetworkSpec.of().withLayers(layers);
        Experiment experiment = Nets.experiment(input, NetworkSpec.of(), stack);
        return switch (Planner.check(experiment)) {
            case Outcome.Ready(Plan plan, _) -> plan;
            case Outcome.Rejected rejected -> rejected.plan();
        };
    }

    /** Whether a stack can be computed on such an image at all. */
    static boolean fits(Shape.Image input, List<LayerSpec> layers) {
        return plan(input, layers).discriminator().output().isPresent();
    }

    /** Random samples without labels. */
    public float[] samples(int batch) {
        var samples = new float[batch * (int) portable.inputWithoutLabel().size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian();
        }
        return samples;
    }

    /** Classes in turn; none where it is told none. */
    public byte[] labels(int batch) {
        int classes = portable.plan().labels().classes();
        var labels = new byte[classes == 0 ? 0 : batch];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) ((i * 3 + 1) % classes);
        }
        return labels;
    }

    /** What the engine makes of samples, all in one batch. */
    public float[] compute(float[] samples, byte[] labels) {
        int batch = samples.length / (int) portable.inputWithoutLabel().size();
        Network.Chain chain = engine.chain(batch);
        float[] entry = chain.entry().samples();
        System.arraycopy(samples, 0, entry, 0, samples.length);
        chain.entry().tell(labels, 0);
        chain.entry().enter();
        chain.forward(
                false,
                () -> {
                    throw new AssertionError("Inference draws nothing");
                });
        return chain.output().heap().clone();
    }

    @Override
    public void close() {
        engine.close();
    }
}
