package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * A fully connected layer: y = activation(x W + b).
 *
 * @param units outputs, at least 1
 * @param spectralNorm W / sigma(W) in place of W, sigma being W's largest singular value (Miyato et
 *     al. 2018, arXiv:1802.05957): the layer stretches no input by more than 1
 */
public record Dense(int units, boolean bias, boolean spectralNorm, Activation activation)
        implements LayerSpec, Weighted, Activated {
    public Dense {
        Require.within(Range.atLeast(1), units, Quantity.UNITS, "Dense");
    }

    /** Without spectral normalization. */
    public Dense(int units, boolean bias, Activation activation) {
        this(units, bias, false, activation);
    }

    public Dense withSpectralNorm(boolean on) {
        return new Dense(units, bias, on, activation);
    }

    @Override
    public int width() {
        return units;
    }

    @Override
    public Dense withWidth(int width) {
        return new Dense(width, bias, spectralNorm, activation);
    }

    @Override
    public Dense withActivation(Activation other) {
        return new Dense(units, bias, spectralNorm, other);
    }
}
