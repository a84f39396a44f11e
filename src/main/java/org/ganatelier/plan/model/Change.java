package org.ganatelier.plan.model;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.Resizing;
import org.ganatelier.experiment.layer.Weighted;
import org.ganatelier.experiment.layer.Windowed;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.plan.model.Problem.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One change of an experiment, as a fact: what becomes of what. Fixes are made of changes. */
public sealed interface Change {
    /** The experiment with this change. */
    Experiment apply(Experiment experiment);

    /** A change of one layer, which stays the same kind of layer unless it is replaced. */
    sealed interface OfLayer extends Change {
        /** Where the layer stands. */
        Place.Layer at();

        /** The layer with the change; the same where it has nothing to change. */
        LayerSpec changed(LayerSpec layer);

        @Override
        default Experiment apply(Experiment experiment) {
            return experiment.withNetwork(
                    at().side(),
                    network ->
                            network.withReplaced(
                                    at().index(), changed(network.layers().get(at().index()))));
        }
    }

    /** A change of one network's layers. */
    sealed interface OfNetwork extends Change {
        /** Which network. */
        Side side();

        /** The layers with the change. */
        List<LayerSpec> changed(List<LayerSpec> layers);

        @Override
        default Experiment apply(Experiment experiment) {
            return experiment.withNetwork(
                    side(), network -> network.withLayers(changed(network.layers())));
        }
    }

    /** Sets a stride or a factor of enlargement. */
    record SetStride(Place.Layer at, int stride) implements OfLayer {
        @Override
        public LayerSpec changed(LayerSpec layer) {
            return layer instanceof Resizing resizing ? resizing.withFactor(stride) : layer;
        }
    }

    /** Sets a kernel or a pooling window. */
    record SetWindow(Place.Layer at, int window) implements OfLayer {
        @Override
        public LayerSpec changed(LayerSpec layer) {
            return layer instanceof Windowed windowed
                    ? windowed.withWindow(windowed.window().withSize(window))
                    : layer;
        }
    }

    /** Sets the padding of a layer. */
    record SetPadding(Place.Layer at, Padding padding) implements OfLayer {
        @Override
        public LayerSpec changed(LayerSpec layer) {
            return layer instanceof Windowed windowed
                    ? windowed.withWindow(windowed.window().withPadding(padding))
                    : layer;
        }
    }

    /** Takes the output padding of a transposed convolution away. */
    record RemoveOutputPadding(Place.Layer at) implements OfLayer {
        @Override
        public LayerSpec changed(LayerSpec layer) {
            return layer instanceof Conv2DTranspose conv ? conv.withOutputPadding(0) : layer;
        }
    }

    /** Sets units or filters. */
    record SetWidth(Place.Layer at, int width) implements OfLayer {
        @Override
        public LayerSpec changed(LayerSpec layer) {
            return layer instanceof Weighted weighted ? weighted.withWidth(width) : layer;
        }
    }

    /** Sets the target of a reshape. */
    record SetTarget(Place.Layer at, Shape target) implements OfLayer {
        @Override
        public LayerSpec changed(LayerSpec layer) {
            return new Reshape(target);
        }
    }

    /** Sets the activation of a layer; linear takes it away. */
    record SetActivation(Place.Layer at, Activation activation) implements OfLayer {
        @Override
        public LayerSpec changed(LayerSpec layer) {
            return layer instanceof Activated activated
                    ? activated.withActivation(activation)
                    : layer;
        }
    }

    /**
     * Makes the epsilon of a batch normalization its momentum, and the momentum its epsilon where
     * it is small enough for one.
     */
    record SwapMomentum(Place.Layer at) implements OfLayer {
        /** Keras's. */
        private static final double EPSILON = 1e-3;

        @Override
        public LayerSpec changed(LayerSpec layer) {
            return layer instanceof BatchNorm(double momentum, double epsilon, var activation)
                    ? new BatchNorm(
                            epsilon,
                            momentum > 0 && momentum <= EPSILON ? momentum : EPSILON,
                            activation)
                    : layer;
        }
    }

    /** Puts a layer in the place of another. */
    record Replace(Place.Layer at, LayerSpec layer) implements OfLayer {
        @Override
        public LayerSpec changed(LayerSpec old) {
            return layer;
        }
    }

    /** Takes a layer out. */
    record Remove(Place.Layer at) implements OfNetwork {
        @Override
        public Side side() {
            return at.side();
        }

        @Override
        public List<LayerSpec> changed(List<LayerSpec> layers) {
            return Stream.concat(
                            layers.stream().limit(at.index()), layers.stream().skip(at.index() + 1))
                    .toList();
        }
    }

    /** Takes several layers out. */
    record RemoveAll(Side side, List<Integer> indices) implements OfNetwork {
        public RemoveAll {
            indices = List.copyOf(indices);
        }

        @Override
        public List<LayerSpec> changed(List<LayerSpec> layers) {
            return IntStream.range(0, layers.size())
                    .filter(i -> !indices.contains(i))
                    .<LayerSpec>mapToObj(layers::get)
                    .toList();
        }
    }

    /** Takes all layers out that follow one. */
    record RemoveAfter(Place.Layer at) implements OfNetwork {
        @Override
        public Side side() {
            return at.side();
        }

        @Override
        public List<LayerSpec> changed(List<LayerSpec> layers) {
            return layers.subList(0, at.index() + 1);
        }
    }

    /** Keeps so many layers at the beginning and takes the others out. */
    record KeepFirst(Side side, int count) implements OfNetwork {
        @Override
        public List<LayerSpec> changed(List<LayerSpec> layers) {
            return layers.subList(0, count);
        }
    }

    /** Puts layers in front of the one at {@code index}, or at the end. */
    record Insert(Side side, int index, List<LayerSpec> layers) implements OfNetwork {
        public Insert {
            layers = List.copyOf(layers);
        }

        @Override
        public List<LayerSpec> changed(List<LayerSpec> old) {
            var list = new ArrayList<>(old);
            list.addAll(index, layers);
            return list;
        }
    }

    /** Puts layers in the place of all from {@code from} on. */
    record EndIn(Side side, int from, List<LayerSpec> layers) implements OfNetwork {
        public EndIn {
            layers = List.copyOf(layers);
        }

        @Override
        public List<LayerSpec> changed(List<LayerSpec> old) {
            return Stream.concat(old.stream().limit(from), layers.stream()).toList();
        }
    }

    /** Sets the strides of several layers to the same. */
    record SetStrides(Side side, List<Integer> indices, int stride) implements OfNetwork {
        public SetStrides {
            indices = List.copyOf(indices);
        }

        @Override
        public List<LayerSpec> changed(List<LayerSpec> layers) {
            var list = new ArrayList<>(layers);
            for (int i : indices) {
                list.set(i, new SetStride(new Place.Layer(side, i), stride).changed(list.get(i)));
            }
            return list;
        }
    }

    /** Sets the padding of all layers that have one. */
    record SetAllPaddings(Side side, Padding padding) implements OfNetwork {
        @Override
        public List<LayerSpec> changed(List<LayerSpec> layers) {
            var first = new SetPadding(new Place.Layer(side, 0), padding);
            return layers.stream().map(first::changed).toList();
        }
    }

    /** Puts layer normalization in the place of every batch normalization. */
    record UseLayerNorm(Side side) implements OfNetwork {
        /** Keras's. */
        private static final double EPSILON = 1e-3;

        @Override
        public List<LayerSpec> changed(List<LayerSpec> layers) {
            return layers.stream().map(UseLayerNorm::changed).toList();
        }

        private static LayerSpec changed(LayerSpec layer) {
            return layer instanceof BatchNorm norm
                    ? new LayerNorm(EPSILON, norm.activation())
                    : layer;
        }
    }

    /** Puts a few dense layers that always fit in the place of a network. */
    record UseSmallNetwork(Side side) implements Change {
        private static final int WIDTH = 128;
        private static final Activation LEAKY = new Activation.LeakyReLU(0.2);

        @Override
        public Experiment apply(Experiment experiment) {
            return experiment.withNetwork(side, _ -> small(side, experiment.data().shape()));
        }

        private static NetworkSpec small(Side side, Shape data) {
            return switch (side) {
                case GENERATOR -> smallGenerator(data);
                case DISCRIMINATOR -> smallDiscriminator(data);
            };
        }

        private static NetworkSpec smallDiscriminator(Shape data) {
            var score = NetworkSpec.of(dense(WIDTH, LEAKY), dense(1, new Activation.Linear()));
            return switch (data) {
                case Shape.Image _ -> score.withInserted(0, new Flatten());
                case Shape.Flat _ -> score;
            };
        }

        private static NetworkSpec smallGenerator(Shape data) {
            return switch (data) {
                case Shape.Image image ->
                        NetworkSpec.of(
                                dense(WIDTH, LEAKY),
                                dense(
                                        Math.clamp(image.size(), 1, Limits.UNITS),
                                        new Activation.Tanh()),
                                new Reshape(image));
                case Shape.Flat(int units) ->
                        NetworkSpec.of(dense(WIDTH, LEAKY), dense(units, new Activation.Linear()));
            };
        }

        private static Dense dense(int units, Activation activation) {
            return new Dense(units, true, activation);
        }
    }

    /** Does so with both networks. */
    record UseSmallNetworks() implements Change {
        @Override
        public Experiment apply(Experiment experiment) {
            return new UseSmallNetwork(Side.DISCRIMINATOR)
                    .apply(new UseSmallNetwork(Side.GENERATOR).apply(experiment));
        }
    }

    /** Sets how many samples a batch has. */
    record SetBatchSize(int size) implements Change {
        @Override
        public Experiment apply(Experiment experiment) {
            return experiment.withTraining(training -> training.withBatchSize(size));
        }
    }

    /** Lowers both learning rates to one value; a rate that is lower stays. */
    record LowerLearningRates(double most) implements Change {
        @Override
        public Experiment apply(Experiment experiment) {
            Experiment lower = experiment;
            for (Side side : Side.values()) {
                OptimizerSpec optimizer = experiment.training().optimizer(side);
                double rate = Math.min(most, optimizer.learningRate());
                lower =
                        lower.withTraining(
                                t -> t.withOptimizer(side, optimizer.withLearningRate(rate)));
            }
            return lower;
        }
    }

    /** Takes the weight decay of a network's optimizer away. */
    record SwitchWeightDecayOff(Side side) implements Change {
        @Override
        public Experiment apply(Experiment experiment) {
            return experiment.withTraining(
                    training ->
                            training.withOptimizer(
                                    side, training.optimizer(side).withWeightDecay(0)));
        }
    }

    /** Sets the length of the noise vector. */
    record SetLatentSize(int size) implements Change {
        @Override
        public Experiment apply(Experiment experiment) {
            return experiment.withLatentSize(size);
        }
    }

    /** Trains on other data. */
    record UseData(DataSpec data) implements Change {
        @Override
        public Experiment apply(Experiment experiment) {
            return experiment.withData(data);
        }
    }

    /** Tells the networks no labels. */
    record TrainWithoutLabels() implements Change {
        @Override
        public Experiment apply(Experiment experiment) {
            return experiment.withConditioning(Conditioning.NONE);
        }
    }

    /** Tells the networks clusters of the samples in place of labels. */
    record FindClusters() implements Change {
        /**
         * Twice the classes that bundled sets have: most clusters then hold images of one class.
         */
        public static final int USUAL = 20;

        @Override
        public Experiment apply(Experiment experiment) {
            return experiment.withClusters(USUAL);
        }
    }

    /** Tells the discriminator labels by channels of its input. */
    record UseLabelChannels() implements Change {
        @Override
        public Experiment apply(Experiment experiment) {
            return experiment.withConditioning(Conditioning.CHANNELS);
        }
    }

    /** Takes the R1 penalty away. */
    record SwitchR1Off() implements Change {
        @Override
        public Experiment apply(Experiment experiment) {
            return experiment.withObjective(experiment.objective().withR1(0));
        }
    }

    /** Takes the R2 penalty away. */
    record SwitchR2Off() implements Change {
        @Override
        public Experiment apply(Experiment experiment) {
            return experiment.withObjective(experiment.objective().withR2(0));
        }
    }

    /** Clips weights where Wasserstein's objective had a gradient penalty. */
    record ClipWeights() implements Change {
        @Override
        public Experiment apply(Experiment experiment) {
            return experiment.withLoss(new Wasserstein());
        }
    }
}
