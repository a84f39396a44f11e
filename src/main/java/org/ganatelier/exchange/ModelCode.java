package org.ganatelier.exchange;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.exchange.keras.KerasCode;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.pytorch.TorchCode;
import org.ganatelier.exchange.tensorflow.TensorFlowCode;
import org.ganatelier.plan.model.Plan;

import java.util.Optional;

/** What an experiment is in the words of another framework, to look at. */
public final class ModelCode {
    private ModelCode() {}

    /**
     * Both networks, the losses and the optimizers, of PyTorch all that trains them; the lines know
     * which part of the experiment they say. Fast enough for every edit.
     *
     * @param plan of an experiment that need not be ready: a layer that does not fit is a comment
     * @return empty for formats that have no code
     */
    public static Optional<Code> of(ModelFormat framework, Plan plan) {
        return switch (framework) {
            case KERAS -> Optional.of(KerasCode.model(plan));
            case TENSORFLOW -> Optional.of(TensorFlowCode.model(plan));
            case PYTORCH -> Optional.of(TorchCode.train(plan));
            case ONNX, TFJS, SAFETENSORS, DL4J -> Optional.empty();
        };
    }
}
