package org.ganatelier.engine.layers;

import org.ganatelier.engine.layers.BatchNormLayer.Weights;
import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.onednn.BatchNormalization;
import org.ganatelier.engine.onednn.Rectifier;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Batch normalization and its rectifier on images in native memory, channels last. */
final class DirectBatchNormPass implements Pass {
    private final Weights weights;
    private final float momentum;
    private final Tensor output;
    private final Tensor outputGradient;
    private final Tensor batchMean;
    private final Tensor batchVariance;
    private final Tensor scaleGradient;
    private final Tensor shiftGradient;
    private final Runnable normalize;
    private final Runnable normalizeByRunning;
    private final Runnable rectify;
    private final Runnable rectifierBackward;
    private final Runnable backward;
    private final Runnable backwardByRunning;

    /** Whether the last pass took its statistics from its batch. */
    private boolean ofBatch;

    private DirectBatchNormPass(
            Memory memory,
            BatchNormalization norm,
            Optional<Rectifier> rectifier,
            BatchNormLayer layer,
            Tensor input,
            Tensor inputGradient) {
        weights = layer.weights();
        momentum = layer.momentum();
        output = memory.tensor(input.shape());
        outputGradient = memory.tensor(input.shape());
        int channels = input.length(1);
        batchMean = memory.tensor(channels);
        batchVariance = memory.tensor(channels);
        scaleGradient = memory.tensor(channels);
        shiftGradient = memory.tensor(channels);
        Tensor mean = weights.mean().value();
        Tensor variance = weights.variance().value();
        normalize = norm.forward(false, input, batchMean, batchVariance, output);
        normalizeByRunning = norm.forward(true, input, mean, variance, output);
        rectify = rectifier.map(r -> r.forward(output, output)).orElse(() -> {});
        rectifierBackward =
                rectifier
                        .map(r -> r.backward(output, outputGradient, outputGradient))
                        .orElse(() -> {});
        var images = new BatchNormalization.Images(input, outputGradient);
        var gradients =
                new BatchNormalization.Gradients(inputGradient, scaleGradient, shiftGradient);
        backward = norm.backward(false, images, batchMean, batchVariance, gradients);
        backwardByRunning = norm.backward(true, images, mean, variance, gradients);
    }

    /** The pass, where oneDNN is there. */
    static Optional<Pass> of(
            Memory memory, BatchNormLayer layer, Tensor input, Tensor inputGradient) {
        Weights weights = layer.weights();
        Optional<Rectifier> rectifier =
                layer.slope() < 1 ? Rectifier.of(memory, layer.slope()) : Optional.empty();
        return BatchNormalization.of(
                        memory, layer.epsilon(), weights.gamma().value(), weights.beta().value())
                .map(
                        norm ->
                                new DirectBatchNormPass(
                                        memory, norm, rectifier, layer, input, inputGradient));
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
        ofBatch = training;
        (training ? normalize : normalizeByRunning).run();
        rectify.run();
    }

    @Override
    public void keepStatistics() {
        keepRunning(weights.mean().value(), batchMean);
        keepRunning(weights.variance().value(), batchVariance);
    }

    private void keepRunning(Tensor running, Tensor current) {
        float[] kept = running.heapToUpdate();
        float[] now = current.heap();
        for (int k = 0; k < kept.length; k++) {
            kept[k] = momentum * kept[k] + (1 - momentum) * now[k];
        }
    }

    @Override
    public void backward(boolean parameters, boolean wanted) {
        rectifierBackward.run();
        (ofBatch ? backward : backwardByRunning).run();
        if (parameters) {
            weights.gamma().gradient().set(scaleGradient);
            weights.beta().gradient().set(shiftGradient);
        }
    }
}
