package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.NativeOp;
import org.ganatelier.engine.nd4j.Tensor;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Smooth activations. Their exponentials are ND4J operations where it has fast ones. */
public final class FunctionLayer implements Layer {
    /** Which function. */
    public enum Kind {
        TANH,
        SIGMOID,
        SWISH,
        SOFTPLUS,
        ELU,
        SELU,
        GELU
    }

    private static final float ROOT_OF_HALF = (float) Math.sqrt(0.5);
    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    /** Lambda and lambda * alpha of the paper (Klambauer et al. 2017). */
    private static final float SELU_SCALE = 1.050701f;

    private static final float SELU_DEPTH = 1.7580993f;

    private final Kind kind;

    public FunctionLayer(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return switch (kind) {
            case TANH -> new TanhPass(memory, input, inputGradient);
            case SIGMOID -> new SigmoidPass(memory, input, inputGradient);
            case SWISH -> new SwishPass(memory, input, inputGradient);
            case SOFTPLUS -> new SoftplusPass(memory, input, inputGradient);
            case ELU -> new EluPass(memory, input, inputGradient);
            case SELU -> new SeluPass(memory, input, inputGradient);
            case GELU -> new GeluPass(memory, input, inputGradient);
        };
    }

    private static final class TanhPass extends WeightlessPass {
        private final NativeOp tanh;

        TanhPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
            tanh = memory.operation("tanh", List.of(input), List.of(output));
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            tanh.run();
        }

        @Override
        void inputGradient() {
            float[] y = output.heap();
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                dx[i] = g[i] * (1 - y[i] * y[i]);
            }
        }
    }

    private static final class SigmoidPass extends WeightlessPass {
        private final NativeOp sigmoid;

        SigmoidPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
            sigmoid = memory.operation("sigmoid", List.of(input), List.of(output));
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            sigmoid.run();
        }

        @Override
        void inputGradient() {
            float[] y = output.heap();
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                dx[i] = g[i] * y[i] * (1 - y[i]);
            }
        }
    }

    private static final class SwishPass extends WeightlessPass {
        private final Tensor gate;
        private final NativeOp sigmoid;

        SwishPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
            gate = memory.tensor(input.shape());
            sigmoid = memory.operation("sigmoid", List.of(input), List.of(gate));
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            sigmoid.run();
            float[] x = input.heap();
            float[] s = gate.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                y[i] = x[i] * s[i];
            }
        }

        @Override
        void inputGradient() {
            float[] y = output.heap();
            float[] s = gate.heap();
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                dx[i] = g[i] * (s[i] + y[i] * (1 - s[i]));
            }
        }
    }

    private static final class SoftplusPass extends WeightlessPass {
        SoftplusPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                // log(1 + e^x) without overflow for large x.
                y[i] = (float) (Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i]))));
            }
        }

        @Override
        void inputGradient() {
            float[] y = output.heap();
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                // sigmoid(x) = 1 - e^-softplus(x)
                dx[i] = g[i] * (float) -Math.expm1(-y[i]);
            }
        }
    }

    /** Its slope has a kink at zero. */
    private static final class EluPass extends WeightlessPass {
        private final Branches branches = new Branches();

        EluPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            branches.forget();
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                y[i] = x[i] > 0 ? x[i] : (float) Math.expm1(x[i]);
            }
        }

        @Override
        public void forwardNear(Supplier<RandomGenerator> draws) {
            float[] above = branches.above(output.heap());
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                y[i] = above[i] > 0 ? x[i] : (float) Math.expm1(x[i]);
            }
        }

        @Override
        void inputGradient() {
            float[] y = output.heap();
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            if (branches.kept()) {
                float[] above = branches.above(y);
                for (int i = 0; i < y.length; i++) {
                    dx[i] = above[i] > 0 ? g[i] : g[i] * (y[i] + 1);
                }
                return;
            }
            for (int i = 0; i < y.length; i++) {
                dx[i] = g[i] * (Math.min(y[i], 0) + 1);
            }
        }
    }

    /** Its slope jumps at zero. */
    private static final class SeluPass extends WeightlessPass {
        private final Branches branches = new Branches();

        SeluPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            branches.forget();
            bend(input.heap());
        }

        @Override
        public void forwardNear(Supplier<RandomGenerator> draws) {
            bend(branches.above(output.heap()));
        }

        /** Takes the upper branch where {@code sign} is above zero. */
        private void bend(float[] sign) {
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                y[i] = sign[i] > 0 ? SELU_SCALE * x[i] : SELU_DEPTH * (float) Math.expm1(x[i]);
            }
        }

        @Override
        void inputGradient() {
            float[] y = output.heap();
            float[] sign = branches.kept() ? branches.above(y) : y;
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                dx[i] = g[i] * (sign[i] > 0 ? SELU_SCALE : y[i] + SELU_DEPTH);
            }
        }
    }

    /** y = x Phi(x), Phi(x) = (1 + erf(x / sqrt 2)) / 2. */
    private static final class GeluPass extends WeightlessPass {
        private final Tensor scaled;
        private final Tensor erf;

        GeluPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
            scaled = memory.tensor(input.shape());
            erf = memory.tensor(input.shape());
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            float[] argument = scaled.heapToWrite();
            for (int i = 0; i < x.length; i++) {
                argument[i] = x[i] * ROOT_OF_HALF;
            }
            NativeOp.erf(scaled, erf);
            float[] e = erf.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < x.length; i++) {
                y[i] = 0.5f * x[i] * (1 + e[i]);
            }
        }

        @Override
        void inputGradient() {
            float[] x = input.heap();
            float[] e = erf.heap();
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            for (int i = 0; i < x.length; i++) {
                double density = Math.exp(-0.5 * x[i] * x[i]) / ROOT_OF_TWO_PI;
                dx[i] = g[i] * (float) (0.5 * (1 + e[i]) + x[i] * density);
            }
        }
    }
}
