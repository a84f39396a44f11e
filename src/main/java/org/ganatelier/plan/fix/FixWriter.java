package org.ganatelier.plan.fix;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.plan.check.CheckedStack;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.PartialShape;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Retouch;
import org.ganatelier.plan.model.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes fixes for one stack.
 *
 * @param place index of the layer that the problem stands on, which labels need not name; -1 where
 *     it stands on none
 */
record FixWriter(CheckedStack trace, int place) {
    static final Activation TANH = new Activation.Tanh();
    static final Activation LINEAR = new Activation.Linear();
    private static final Activation LEAKY = new Activation.LeakyReLU(0.2);
    private static final int SMALL_WIDTH = 128;

    /** For a problem on a layer or a stack. */
    static FixWriter at(Diagnosis diagnosis, Place place) {
        return switch (place) {
            case Place.Layer(Side side, int index) -> new FixWriter(diagnosis.trace(side), index);
            case Place.Network(Side side) -> new FixWriter(diagnosis.trace(side), -1);
            case Place.Settings _ -> throw new IllegalArgumentException("Settings are no stack");
        };
    }

    int size() {
        return trace.steps().size();
    }

    LayerSpec layer(int index) {
        return trace.steps().get(index).layer();
    }

    PartialShape in(int index) {
        return trace.steps().get(index).in();
    }

    PartialShape out(int index) {
        return trace.steps().get(index).out();
    }

    /** The layer as a label names it; with its number, from 1, where the name is not enough. */
    String name(int index) {
        String name = layer(index).title();
        long namesakes = trace.steps().stream().filter(s -> s.layer().title().equals(name)).count();
        return namesakes == 1 ? name : name + " (layer " + (index + 1) + ")";
    }

    private String of(int index) {
        return index == place ? "" : " of " + name(index);
    }

    /** Sets the stride or factor, where the layer has one that differs. */
    Stream<Fix> stride(int index, int stride) {
        boolean factor =
                layer(index) instanceof UpSampling2D || layer(index) instanceof PixelShuffle;
        String what = factor ? "factor" : "stride";
        return Retouch.stride(layer(index), stride)
                .filter(layer -> !layer.equals(layer(index)))
                .map(layer -> replace("Set " + what + of(index) + " to " + stride, index, layer))
                .stream();
    }

    /** Sets the kernel or pooling window. */
    Stream<Fix> window(int index, int window) {
        boolean pool = layer(index) instanceof MaxPool || layer(index) instanceof AveragePool;
        String what = pool ? "window" : "kernel";
        return Retouch.window(layer(index), window)
                .filter(layer -> !layer.equals(layer(index)))
                .map(layer -> replace("Set " + what + of(index) + " to " + window, index, layer))
                .stream();
    }

    /** Sets the padding. */
    Stream<Fix> padding(int index, Padding padding) {
        String value =
                switch (padding) {
                    case SAME -> "same";
                    case VALID -> "valid";
                };
        return Retouch.padding(layer(index), padding)
                .filter(layer -> !layer.equals(layer(index)))
                .map(layer -> replace("Set padding" + of(index) + " to " + value, index, layer))
                .stream();
    }

    /** Sets the units or filters. */
    Stream<Fix> width(int index, long width) {
        String what = layer(index) instanceof Dense ? "units" : "filters";
        if (width < 1 || width > Integer.MAX_VALUE) {
            return Stream.empty();
        }
        return Retouch.width(layer(index), (int) width)
                .filter(layer -> !layer.equals(layer(index)))
                .map(layer -> replace("Set " + what + of(index) + " to " + width, index, layer))
                .stream();
    }

    /** Gives a reshape another target. */
    Fix reshape(int index, Shape target) {
        String label =
                index == place
                        ? "Reshape to " + target
                        : "Set target" + of(index) + " to " + target;
        return replace(label, index, new Reshape(target));
    }

    /** Takes an activation away, with its layer where it is one of its own. */
    Stream<Fix> withoutActivation(int index, Activation activation) {
        String label = "Remove the " + Words.name(activation);
        return layer(index) instanceof Activate
                ? Stream.of(change(label, network -> network.without(index)))
                : activation(label, index, LINEAR);
    }

    /** Puts another activation into a layer. */
    Stream<Fix> activation(String label, int index, Activation activation) {
        return Retouch.activation(layer(index), activation)
                .map(layer -> replace(label, index, layer))
                .stream();
    }

    Fix remove(int index) {
        return change("Remove " + name(index), network -> network.without(index));
    }

    Fix replace(String label, int index, LayerSpec layer) {
        return change(label, network -> network.withReplaced(index, layer));
    }

    /** Puts layers in front of the one at {@code index}. */
    Fix insert(String label, int index, LayerSpec... layers) {
        return change(
                label,
                network -> {
                    var list = new ArrayList<>(network.layers());
                    list.addAll(index, List.of(layers));
                    return network.withLayers(list);
                });
    }

    /** Puts layers at the end. */
    Fix append(String label, LayerSpec... layers) {
        return insert(label, size(), layers);
    }

    /** The first change, then the second. */
    static Fix both(String label, Fix first, Fix second) {
        return new Fix(label, experiment -> second.apply(first.apply(experiment)));
    }

    Fix change(String label, UnaryOperator<NetworkSpec> change) {
        Side side = trace.side();
        return new Fix(label, experiment -> experiment.withNetwork(side, change));
    }

    /**
     * The dense layer whose units come in at {@code index} as they are: between the two stand only
     * layers that leave the number of values alone.
     */
    OptionalInt denseBefore(int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (layer(i) instanceof Dense) {
                return OptionalInt.of(i);
            }
            if (in(i).isImage() || out(i).isImage() || in(i).size() != out(i).size()) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** The last reshape to an image. */
    OptionalInt lastReshape() {
        return IntStream.iterate(size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> layer(i) instanceof Reshape(Shape.Image _))
                .findFirst();
    }

    /** With a bias. */
    static Dense dense(int units, Activation activation) {
        return new Dense(units, true, activation);
    }

    /** A network of a few dense layers that always fits. */
    static NetworkSpec small(Side side, Shape.Image data) {
        return switch (side) {
            case GENERATOR ->
                    NetworkSpec.of(
                            dense(SMALL_WIDTH, LEAKY),
                            dense(Math.clamp(data.size(), 1, Limits.UNITS), TANH),
                            new Reshape(data));
            case DISCRIMINATOR ->
                    NetworkSpec.of(new Flatten(), dense(SMALL_WIDTH, LEAKY), dense(1, LINEAR));
        };
    }

    /** The experiment with a whole network replaced by a small one that fits its data. */
    static Experiment reset(Experiment experiment, Side side) {
        return experiment.withNetwork(side, _ -> small(side, experiment.data().shape()));
    }
}
