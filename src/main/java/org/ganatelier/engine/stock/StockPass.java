package org.ganatelier.engine.stock;

import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.layers.Pass;
import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.plan.model.LayerPlan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** DL4J's layers for one layer of a plan, bound to the buffers of one batch size. */
final class StockPass implements Pass {
    private final StockNetwork network;
    private final List<Parameter> parameters;
    private final long[] versions;
    private final Optional<RunningStatistics> statistics;
    private final Tensor input;
    private final Tensor inputGradient;
    private final Tensor output;
    private final Tensor outputGradient;

    /** Whether the last pass was one of training. */
    private boolean ofTraining;

    /**
     * @param network of the layer alone
     * @param parameters that the network takes over whenever they were changed
     * @param statistics where the layer keeps some
     */
    StockPass(
            StockNetwork network,
            LayerPlan plan,
            List<Parameter> parameters,
            Optional<RunningStatistics> statistics,
            Memory memory,
            Tensor input,
            Tensor inputGradient) {
        this.network = network;
        this.parameters = parameters;
        this.statistics = statistics;
        this.input = input;
        this.inputGradient = inputGradient;
        versions = new long[parameters.size()];
        Arrays.fill(versions, -1);
        long[] shape = StockNetwork.shape(plan.output().orElseThrow(), input.batch());
        output = memory.tensor(shape);
        outputGradient = memory.tensor(shape);
    }

    @Override
    public Tensor output() {
        return output;
    }

    @Override
    public Tensor outputGradient() {
        return outputGradient;
    }

    @Override
    public void forward(boolean training, Supplier<RandomGenerator> draws) {
        takeOver();
        ofTraining = training;
        float[] made = network.forward(input.heap(), input.batch(), training);
        System.arraycopy(made, 0, output.heapToWrite(), 0, made.length);
    }

    private void takeOver() {
        for (int i = 0; i < versions.length; i++) {
            Parameter parameter = parameters.get(i);
            long version = parameter.value().version();
            if (versions[i] != version) {
                network.set(name(parameter), parameter.value().heap().clone());
                versions[i] = version;
            }
        }
    }

    @Override
    public void keepStatistics() {
        statistics.ifPresent(running -> running.follow(input));
    }

    @Override
    public void backward(boolean parameterGradients, boolean wanted) {
        if (!ofTraining) {
            throw new IllegalStateException("DL4J goes back through a pass of training only");
        }
        float[] back = network.backward(outputGradient.heap());
        if (parameterGradients) {
            parameters.stream().filter(Parameter::trained).forEach(this::takeGradient);
        }
        if (wanted) {
            System.arraycopy(back, 0, inputGradient.heapToWrite(), 0, back.length);
        }
    }

    private void takeGradient(Parameter parameter) {
        float[] found = network.gradient(name(parameter));
        System.arraycopy(found, 0, parameter.gradient().heapToWrite(), 0, found.length);
    }

    /** The network has one layer. */
    private static String name(Parameter parameter) {
        return "0." + parameter.name();
    }
}
