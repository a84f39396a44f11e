package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.NativeOp;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.nd4j.TwoParts;
import org.ganatelier.engine.onednn.Product;
import org.ganatelier.engine.onednn.Product.Matrix;
import org.ganatelier.experiment.Initialization;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** y = x W + b, with W [inputs, units]. */
public final class DenseLayer implements Layer {
    private final int inputs;
    private final int units;
    private final Parameter weight;
    private final Optional<Parameter> bias;

    public DenseLayer(Memory memory, int inputs, int units, boolean bias) {
        this.inputs = inputs;
        this.units = units;
        this.weight = Parameter.trained(memory, "weight", inputs, units);
        this.bias = bias ? Optional.of(Parameter.trained(memory, "bias", units)) : Optional.empty();
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(Stream.of(weight), bias.stream()).toList();
    }

    @Override
    public void initialize(Initialization scheme, RandomGenerator random) {
        InitialWeights.draw(scheme, weight.value(), inputs, units, random);
    }

    /** The weights as a matrix. */
    WeightMatrix matrix() {
        return new WeightMatrix(inputs, units, 1);
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new DensePass(memory, input, inputGradient);
    }

    private final class DensePass implements Pass {
        private final Tensor input;
        private final Tensor output;
        private final Tensor outputGradient;
        private final Runnable product;
        private final Runnable weightGradient;
        private final Optional<TwoParts> weightGradientApart;
        private final Runnable inputProduct;
        private final Function<Tensor, FlattenedImages> flattening;
        private Optional<FlattenedImages> flattened = Optional.empty();

        /** Whether the last pass took its inputs as images. */
        private boolean ofImages;

        DensePass(Memory memory, Tensor input, Tensor inputGradient) {
            this.input = input;
            int batch = input.batch();
            output = memory.tensor(batch, units);
            outputGradient = memory.tensor(batch, units);
            Tensor w = weight.value();
            Matrix in = Matrix.of(input, batch, inputs);
            Matrix inGradient = Matrix.of(inputGradient, batch, inputs);
            Matrix out = Matrix.of(output, batch, units);
            Matrix outGradient = Matrix.of(outputGradient, batch, units);
            flattening =
                    images ->
                            new FlattenedImages(
                                    memory,
                                    Product.of(memory).orElseThrow(),
                                    weight,
                                    images,
                                    inputGradient.reshaped(images.shape()),
                                    output,
                                    outputGradient);
            product = product(memory, in, Matrix.of(w, inputs, units), out);
            Matrix columns = Matrix.transposed(input, inputs, batch);
            Matrix gradient = Matrix.of(weight.gradient(), inputs, units);
            weightGradientApart =
                    Product.of(memory).map(direct -> direct.apart(columns, outGradient, gradient));
            weightGradient =
                    weightGradientApart
                            .<Runnable>map(apart -> apart::run)
                            .orElseGet(() -> nd4j(memory, columns, outGradient, gradient)::run);
            inputProduct =
                    product(memory, outGradient, Matrix.transposed(w, units, inputs), inGradient);
        }

        private static Runnable product(Memory memory, Matrix a, Matrix b, Matrix c) {
            return Product.of(memory)
                    .map(direct -> direct.of(a, b, c))
                    .orElseGet(() -> nd4j(memory, a, b, c)::run);
        }

        private static NativeOp nd4j(Memory memory, Matrix a, Matrix b, Matrix c) {
            return memory.operation(
                    "matmul",
                    List.of(a.tensor(), b.tensor()),
                    List.of(c.tensor()),
                    a.transposed() ? 1 : 0,
                    b.transposed() ? 1 : 0,
                    0);
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
            Optional<Tensor> images =
                    units > FlattenedImages.MOST_UNITS ? Optional.empty() : input.imagesBehind();
            ofImages = images.isPresent();
            if (images.isPresent()) {
                flattened(images.get()).forward();
            } else {
                product.run();
            }
            bias.ifPresent(
                    b -> Loops.addToRows(output.heapToUpdate(), output.batch(), b.value().heap()));
        }

        /** The stack decides of what images, so they are always the same. */
        private FlattenedImages flattened(Tensor images) {
            FlattenedImages made = flattened.orElseGet(() -> flattening.apply(images));
            flattened = Optional.of(made);
            return made;
        }

        private Optional<FlattenedImages> images() {
            return ofImages ? flattened : Optional.empty();
        }

        @Override
        public void backward(boolean parameters, boolean wanted) {
            if (parameters) {
                images().map(FlattenedImages::weightGradient).orElse(weightGradient).run();
                biasGradient();
            }
            if (wanted) {
                images().ifPresentOrElse(FlattenedImages::inputGradient, inputProduct);
            }
        }

        private void biasGradient() {
            bias.ifPresent(
                    b ->
                            Loops.sumRows(
                                    outputGradient.heap(),
                                    output.batch(),
                                    b.gradient().heapToWrite()));
        }

        @Override
        public Optional<Runnable> parameterGradients() {
            weightGradientApart.ifPresent(_ -> biasGradient());
            return images().map(FlattenedImages::weightGradient)
                    .or(() -> weightGradientApart.map(TwoParts::begin));
        }
    }
}
