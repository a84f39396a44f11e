package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.model.PortableNetwork;

import java.util.List;

/** State dictionaries of PyTorch from networks of this program. */
final class TorchStates {
    private TorchStates() {}

    /** The arrays of a trained network, by their names in PyTorch and in its axes. */
    static NamedTensors of(PortableNetwork network) {
        return new NamedTensors(
                TorchStack.of(network.plan()).entries().stream()
                        .map(
                                entry -> {
                                    float[] ours =
                                            network.layers()
                                                    .get(entry.layer())
                                                    .array(entry.parameter().name());
                                    return new NamedTensor(
                                            entry.name(), entry.shape(), theirs(entry, ours));
                                })
                        .toList());
    }

    private static float[] theirs(TorchStack.Entry entry, float[] ours) {
        List<Integer> shape = entry.shape();
        return entry.isTransposed() ? transposed(ours, shape.get(1), shape.get(0)) : ours;
    }

    /** A matrix of so many rows and columns, the other way round. */
    static float[] transposed(float[] matrix, int rows, int columns) {
        var result = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                result[column * rows + row] = matrix[row * columns + column];
            }
        }
        return result;
    }
}
