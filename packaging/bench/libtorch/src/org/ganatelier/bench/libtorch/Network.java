package org.ganatelier.bench.libtorch;

import org.bytedeco.pytorch.Tensor;

import java.util.List;

/** Layers one after the other. */
final class Network {
    private final List<Layer> layers;
    private final List<Tensor> parameters;

    Network(Layer... layers) {
        this.layers = List.of(layers);
        parameters = this.layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
        learn(true);
    }

    List<Tensor> parameters() {
        return parameters;
    }

    long parameterCount() {
        return parameters.stream().mapToLong(Tensor::numel).sum();
    }

    /** Whether gradients of the parameters are wanted. */
    void learn(boolean wanted) {
        parameters.forEach(parameter -> parameter.set_requires_grad(wanted));
    }

    Tensor forward(Tensor in) {
        Tensor now = in;
        for (Layer layer : layers) {
            Tensor next = layer.forward(now);
            // As in Python, what the backward pass does not need is freed at once.
            if (next != now && now != in) {
                now.close();
            }
            now = next;
        }
        return now;
    }
}
