package org.ganatelier.exchange.pytorch;

import java.util.Arrays;
import java.util.List;

/**
 * A module of PyTorch within a sequence.
 *
 * @param code that makes it, such as {@code nn.ReLU()}
 * @param weights in the order of PyTorch's state dictionary
 */
record TorchModule(String code, List<Weight> weights) {
    TorchModule {
        weights = List.copyOf(weights);
    }

    static TorchModule of(String code, Weight... weights) {
        return new TorchModule(code, Arrays.asList(weights));
    }

    /** What of PyTorch's own library it needs that is written beside the network. */
    boolean uses(Helper helper) {
        return code.startsWith(helper.title() + "(");
    }

    /**
     * An array of a module.
     *
     * @param name in PyTorch
     * @param parameter of the layer, as the plan has it
     */
    record Weight(String name, String parameter) {}

    /** Modules that PyTorch does not have. */
    enum Helper {
        GAUSSIAN_NOISE("GaussianNoise"),
        MINIBATCH_STD_DEV("MinibatchStdDev"),
        PADDED_AVERAGE_POOL("PaddedAveragePool");

        private final String title;

        Helper(String title) {
            this.title = title;
        }

        /** Its name in the code. */
        String title() {
            return title;
        }
    }
}
