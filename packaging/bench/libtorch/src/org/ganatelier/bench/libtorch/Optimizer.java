package org.ganatelier.bench.libtorch;

import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorList;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

import java.util.List;
import java.util.stream.Stream;

/** Adam, of betas 0.5 and 0.999, on a network's parameters. */
interface Optimizer {
    double BETA1 = 0.5;
    double BETA2 = 0.999;
    double EPSILON = 1e-8;

    /** Changes the parameters by their gradients. */
    void step();

    /** PyTorch's C++ optimizer: some ten operations for each parameter. */
    static Optimizer separate(List<Tensor> parameters, double rate) {
        var options = new AdamOptions(rate);
        options.betas().put(BETA1, BETA2);
        options.eps().put(EPSILON);
        var adam = new Adam(new TensorVector(parameters.toArray(Tensor[]::new)), options);
        return adam::step;
    }

    /** What torch.optim.Adam(fused=True) calls: one operation for all parameters. */
    static Optimizer fused(List<Tensor> parameters, double rate) {
        return new Fused(parameters, rate);
    }

    /** The fused operation, called by its name as the presets have no method for it. */
    final class Fused implements Optimizer {
        private final OperatorHandle operation =
                Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "");
        private final List<Tensor> parameters;
        private final List<Tensor> steps;
        private final IValue learned;
        private final IValue means;
        private final IValue squares;
        private final IValue counts;
        private final double rate;

        Fused(List<Tensor> parameters, double rate) {
            this.parameters = parameters;
            this.rate = rate;
            steps = parameters.stream().map(p -> torch.zeros(new long[0])).toList();
            learned = list(parameters.stream());
            means = list(parameters.stream().map(Fused::zeros));
            squares = list(parameters.stream().map(Fused::zeros));
            counts = list(steps.stream());
        }

        private static Tensor zeros(Tensor like) {
            GradMode.set_enabled(false);
            Tensor zeros = torch.zeros_like(like);
            GradMode.set_enabled(true);
            return zeros;
        }

        private static IValue list(Stream<Tensor> tensors) {
            var list = new GenericList(new TensorList().elementType());
            tensors.forEach(tensor -> list.push_back(new IValue(tensor)));
            return new IValue(list);
        }

        @Override
        public void step() {
            GradMode.set_enabled(false);
            steps.forEach(count -> count.add_(Game.ONE));
            var arguments =
                    new IValueVector(
                            learned,
                            list(parameters.stream().map(Tensor::grad)),
                            means,
                            squares,
                            list(Stream.of()),
                            counts,
                            new IValue(rate),
                            new IValue(BETA1),
                            new IValue(BETA2),
                            new IValue(0.0),
                            new IValue(EPSILON),
                            new IValue(false),
                            new IValue(false),
                            new IValue(),
                            new IValue());
            operation.callBoxed(arguments);
            GradMode.set_enabled(true);
        }
    }
}
