package org.ganatelier.engine.stock;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.ModelSerializer;
import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.RandomWhileTraining;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunFailure.UnsupportedByStock.Lack;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same plan as DL4J's own network of its own layers. Much slower than {@link Network}, it is
 * what that one is compared with. Owned by one thread.
 */
public final class StockNetwork implements AutoCloseable {
    private static final LayerWorkspaceMgr NO_WORKSPACES = LayerWorkspaceMgr.noWorkspaces();
    private static final String VARIANCE = "variance";

    private final MultiLayerNetwork network;
    private final Shape input;

    /** DL4J's number of the first layer made for each layer of the plan. */
    private final List<Integer> places = new ArrayList<>();

    private INDArray output = Nd4j.empty();
    private Gradient gradient = new DefaultGradient();

    /**
     * @param plan of a ready network
     * @throws EngineException where DL4J has no such layer, or not this optimizer
     */
    public StockNetwork(NetworkPlan plan, OptimizerSpec optimizer) {
        this(plan, updater(optimizer));
    }

    /** A network that is not to be trained here. */
    StockNetwork(NetworkPlan plan) {
        this(plan, new Adam());
    }

    private StockNetwork(NetworkPlan plan, IUpdater updater) {
        input = plan.input();
        network = new MultiLayerNetwork(configuration(plan, updater));
        network.init();
    }

    private static IUpdater updater(OptimizerSpec optimizer) {
        if (optimizer.kind() != OptimizerSpec.Kind.ADAM) {
            throw StockLayers.lacking(new Lack.Optimizer(optimizer.kind()));
        }
        // DL4J adds epsilon before it corrects the squares' bias ("epsilon hat" in section 2 of the
        // paper): this way the first updates, whose correction is the largest, are the same.
        double epsilon = OptimizerSpec.EPSILON * Math.sqrt(1 - optimizer.beta2());
        return new Adam(optimizer.learningRate(), optimizer.beta1(), optimizer.beta2(), epsilon);
    }

    private MultiLayerConfiguration configuration(NetworkPlan plan, IUpdater updater) {
        // Gradients that come in are those of a batch's mean already: nothing is to be divided.
        var list =
                new NeuralNetConfiguration.Builder()
                        .miniBatch(false)
                        .updater(updater)
                        .inferenceWorkspaceMode(inferenceMode(plan))
                        .list();
        int count = 0;
        Shape reached = input;
        for (LayerPlan layerPlan : plan.layers()) {
            places.add(count);
            Shape needed = layerPlan.input().orElseThrow();
            for (Layer layer : StockLayers.layers(layerPlan)) {
                if (!needed.equals(reached)) {
                    list.inputPreProcessor(count, reshaping(reached, needed));
                }
                list.layer(count++, layer);
                needed = reached = layerPlan.output().orElseThrow();
            }
        }
        if (!reached.equals(plan.output().orElseThrow())) {
            // What only changes a shape at the end has no layer to stand in front of.
            list.inputPreProcessor(count, reshaping(reached, plan.output().orElseThrow()));
            list.layer(count, new ActivationLayer(new ActivationIdentity()));
        }
        return list.build();
    }

    /**
     * A layer that does nothing at inference hands on what came in. At the beginning that is the
     * caller's array, which is in none of DL4J's workspaces, and DL4J refuses it.
     */
    private static WorkspaceMode inferenceMode(NetworkPlan plan) {
        boolean begins = plan.layers().getFirst().layer() instanceof RandomWhileTraining;
        return begins ? WorkspaceMode.NONE : WorkspaceMode.ENABLED;
    }

    /** What lies between two layers of different shapes. */
    private static InputPreProcessor reshaping(Shape from, Shape to) {
        return switch (to) {
            case Shape.Image(int height, int width, int channels) -> {
                var unfolding = new FeedForwardToCnnPreProcessor(height, width, channels);
                yield from instanceof Shape.Image
                        ? new ComposableInputPreProcessor(
                                new CnnToFeedForwardPreProcessor(), unfolding)
                        : unfolding;
            }
            case Shape.Flat flat -> new CnnToFeedForwardPreProcessor();
        };
    }

    /**
     * The output of a batch, as in training.
     *
     * @param values one sample after the other
     */
    float[] forward(float[] values, int batch) {
        return forward(values, batch, true);
    }

    /**
     * The output of a batch.
     *
     * @param values one sample after the other
     * @param training batch statistics and noise, or running statistics and none
     */
    float[] forward(float[] values, int batch, boolean training) {
        network.setInput(array(values, shape(input, batch)));
        output = network.feedForward(training, false).getLast();
        return copy(output);
    }

    /**
     * Goes back through the last forward pass; the gradients of all parameters are kept for {@link
     * #update}.
     *
     * @param outputGradient dL/d(output)
     * @return dL/d(input)
     */
    float[] backward(float[] outputGradient) {
        Pair<Gradient, INDArray> back =
                network.backpropGradient(array(outputGradient, output.shape()), NO_WORKSPACES);
        gradient = back.getFirst();
        return copy(back.getSecond());
    }

    /** A copy of the last gradients, all in one, to be added to those of another pass. */
    INDArray gradients() {
        return gradient.gradient().dup();
    }

    /** To the last gradients. */
    void addGradients(INDArray others) {
        gradient.gradient().addi(others);
    }

    /** One update of all parameters, and of the running statistics where there are any. */
    void update(int batch) {
        int iteration = network.getIterationCount();
        network.getUpdater().update(network, gradient, iteration, 0, batch, NO_WORKSPACES);
        INDArray step = gradient.gradient();
        network.params().subi(step.reshape(network.params().shape()));
        // Adam reads the time from here.
        network.setIterationCount(iteration + 1);
    }

    /** Takes over all weights and running statistics of the same plan's other network. */
    void copyFrom(Network other) {
        for (Network.Named named : other.parameters()) {
            Parameter parameter = named.parameter();
            set(named.name(), parameter.value().heap().clone());
        }
    }

    /**
     * Takes over a parameter or statistic, by its name and in its layout in {@link Network}.
     *
     * @param values may be changed
     */
    void set(String name, float[] values) {
        if (name.endsWith(VARIANCE)) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (Math.log10(values[i]) / 2);
            }
        }
        INDArray target = network.getParam(key(name));
        target.assign(array(values, target.shape()));
    }

    /**
     * Takes over the numbers of another program's network.
     *
     * @param layers one map for each layer of the plan, by the names of its parameters
     */
    void copyFrom(List<Map<String, float[]>> layers) {
        for (int i = 0; i < layers.size(); i++) {
            for (Map.Entry<String, float[]> each : layers.get(i).entrySet()) {
                set(i + "." + each.getKey(), each.getValue().clone());
            }
        }
    }

    /** Writes DL4J's own zip: its configuration and all numbers, without the optimizer's. */
    void write(OutputStream out) throws IOException {
        ModelSerializer.writeModel(network, out, false);
    }

    /**
     * The same with a projection beside the last layer: see {@link StockProjection}.
     *
     * @param embedding [classes, features]
     */
    void write(float[] embedding, int classes, OutputStream out) throws IOException {
        long[] shape = {classes, embedding.length / classes};
        ComputationGraph graph = StockProjection.graph(network, array(embedding.clone(), shape));
        ModelSerializer.writeModel(graph, out, false);
        graph.close();
    }

    /** A parameter or statistic, by its name and in its layout in {@link Network}. */
    float[] values(String name) {
        float[] values = copy(network.getParam(key(name)));
        if (name.endsWith(VARIANCE)) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.pow(10, 2.0 * values[i]);
            }
        }
        return values;
    }

    /** The last gradient of a parameter, as {@link #values}. */
    float[] gradient(String name) {
        return copy(gradient.getGradientFor(key(name)));
    }

    /** DL4J's name: "0_W", with its number of the layer. */
    private String key(String name) {
        int dot = name.indexOf('.');
        String parameter = name.substring(dot + 1);
        return places.get(Integer.parseInt(name.substring(0, dot)))
                + "_"
                + switch (parameter) {
                    case "weight" -> "W";
                    case "bias" -> "b";
                    case VARIANCE -> "log10stdev";
                    default -> parameter;
                };
    }

    /** Of an array of a batch. */
    static long[] shape(Shape of, int batch) {
        return switch (of) {
            case Shape.Flat(int units) -> new long[] {batch, units};
            case Shape.Image(int height, int width, int channels) ->
                    new long[] {batch, channels, height, width};
        };
    }

    private static INDArray array(float[] values, long[] shape) {
        return Nd4j.create(values, shape, 'c');
    }

    private static float[] copy(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    @Override
    public void close() {
        // DL4J cannot close a network that has no parameters, and that has nothing to free.
        if (network.numParams() > 0) {
            network.close();
        }
    }
}
